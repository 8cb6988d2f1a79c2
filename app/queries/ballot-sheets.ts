import type { BallotWords } from "#app/domain/meeting/ballot-sheet.ts";
import type { Actor, House } from "#app/house.ts";
import { ballotPaper } from "#app/queries/documents/genres/ballot-paper.ts";
import { votingCounts } from "#app/queries/documents/genres/parts.ts";
import type { Block } from "#templates/content.ts";
import { genres } from "#templates/index.ts";
import { meetingFacts } from "./documents/facts.ts";

export type PrintedBallot = BallotWords & { key: string; named: boolean };

/**
 * The paper ballots of a meeting, in the words of the Word paper, edits of staff included; and how many people may vote. Throws not-found,
 * trial-run.
 */
export async function ballotSheets(house: House, actor: Actor, code: string) {
  const facts = await meetingFacts(house, actor, code);
  const { title, startsAt } = facts.meeting;
  const input = ballotPaper(facts);
  const edits = facts.edits.get("ballot-paper") ?? {};
  const ballots = input.ballots.map((ballot): PrintedBallot => {
    const { blocks } = genres["ballot-paper"].content({ ...input, ballots: [ballot] }, { edits });
    return { key: ballot.key, named: ballot.named, ...wordsOf(firstCopy(blocks)) };
  });
  const { name, demonstration } = facts.community;
  return { code, title, startsAt, community: name, demonstration, ballots, voters: votingCounts(facts).due };
}

/** The paper may hold a ballot twice, to be cut apart. */
function firstCopy(blocks: readonly Block[]): readonly Block[] {
  const cut = blocks.findIndex(({ kind }) => kind === "cut" || kind === "page");
  return cut < 0 ? blocks : blocks.slice(0, cut);
}

function wordsOf(blocks: readonly Block[]): BallotWords {
  const words: BallotWords = {
    title: "",
    below: "",
    lead: "",
    question: "",
    lines: [],
    note: "",
    signed: [],
    stamp: "",
  };
  for (const block of blocks) {
    if (block.kind === "title") Object.assign(words, { title: block.text, below: block.below ?? "" });
    else if (block.kind === "options") words.lines.push(...block.lines);
    else if (block.kind === "form")
      words.signed.push(...block.rows.map(({ cells }) => cells.map(({ label }) => label)));
    else if (block.kind === "sign-line") words.stamp = block.labels.join("　");
    else if (block.kind === "paragraph" && words.question === "") {
      Object.assign(words, { lead: block.lead ?? "", question: block.text });
    } else if (block.kind === "paragraph") words.note += `${block.lead ?? ""}${block.text}`;
  }
  return words;
}
