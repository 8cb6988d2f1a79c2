import type { Socket } from "socket.io";
import { z } from "zod";
import { answerStraw, type StrawStatus } from "#app/commands/answer-straw.ts";
import type { House, Voter } from "#app/house.ts";

type Ack = (answer: { status: StrawStatus }) => void;

const payload = z.object({ straw: z.string().max(100), choice: z.string().max(20) });
/** Answers one phone may have under way: changing one's mind quickly is normal, a flood is not. */
const IN_FLIGHT = 4;

/** Takes a phone's answers to mood checks: `straw` {straw, choice}, acknowledged after the commit. Nobody is told what was tapped. */
export function acceptStrawAnswers(house: House, socket: Socket, voter: Voter): void {
  let inFlight = 0;
  socket.on("straw", async (sent: unknown, ack?: Ack) => {
    const answer: Ack = typeof ack === "function" ? ack : () => {};
    const parsed = payload.safeParse(sent);
    if (!parsed.success) return answer({ status: "invalid-choice" });
    if (inFlight >= IN_FLIGHT) return answer({ status: "busy" });
    inFlight += 1;
    try {
      answer(await answerStraw(house, voter, { strawId: parsed.data.straw, choice: parsed.data.choice }));
    } catch {
      // Whatever went wrong, nothing was taken: the phone may send again.
      answer({ status: "busy" });
    } finally {
      inFlight -= 1;
    }
  });
}
