import type { Connection, RoomCode } from "#app/components/shared/live-state.ts";
import type { QrPath } from "#app/components/shared/qr-path.ts";
import { clockWithSecondsOf } from "#app/domain/calendar/day.ts";
import { sceneOf } from "#app/domain/meeting/scene.ts";
import type { MeetingSnapshot } from "#app/domain/meeting/snapshot.ts";
import { screenText } from "#app/text/screen.ts";
import { Cancelled } from "./cancelled.tsx";
import { Closed } from "./closed.tsx";
import { ScreenHeader } from "./header.tsx";
import { Item } from "./item.tsx";
import { type JoinProps, LargeCode } from "./join.tsx";
import { Lobby } from "./lobby.tsx";
import presenter from "./presenter.module.css";
import { Result } from "./result.tsx";
import styles from "./screen.module.css";
import { Straw } from "./straw.tsx";
import { Voided } from "./voided.tsx";
import { Voting } from "./voting.tsx";

export type ScreenProps = {
  snapshot: MeetingSnapshot;
  connection: Connection;
  roomCode: RoomCode | null;
  qr: QrPath;
  /** The meeting's day and time in words. */
  when: string;
  /** The server's time, ms. */
  now: number;
};

/** Everything the projector shows, from one snapshot. */
export function Screen({ snapshot, connection, roomCode, qr, when, now }: ScreenProps) {
  const { meeting } = snapshot;
  if (meeting.screenMode === "black") return <div className={styles.black} data-scene="black" />;
  const join = { qr, roomCode, now };
  const scene = sceneOf(snapshot);
  const shown = meeting.screenMode === "qr" ? "qr" : scene.name;
  return (
    <>
      <div className={styles.screen} data-scene={shown}>
        {shown === "lobby" ? null : <ScreenHeader meeting={meeting} />}
        {shown === "qr" ? <LargeCode {...join} /> : <SceneBody snapshot={snapshot} when={when} join={join} />}
      </div>
      {connection === "lost" || connection === "refused" ? (
        <p className={presenter.band} role="status">
          {screenText.lost(clockWithSecondsOf(new Date(snapshot.now)))}
        </p>
      ) : null}
    </>
  );
}

function SceneBody({ snapshot, when, join }: { snapshot: MeetingSnapshot; when: string; join: JoinProps }) {
  const scene = sceneOf(snapshot);
  switch (scene.name) {
    case "lobby":
      return <Lobby snapshot={snapshot} when={when} {...join} />;
    case "item":
      return <Item snapshot={snapshot} item={scene.item} {...join} />;
    case "voting":
      return <Voting poll={scene.poll} {...join} />;
    case "result":
      return <Result poll={scene.poll} headHash={snapshot.meeting.headHash} {...join} />;
    case "voided":
      return <Voided poll={scene.poll} {...join} />;
    case "straw":
      return <Straw straw={scene.straw} {...join} />;
    case "closed":
      return <Closed agenda={snapshot.agenda} />;
    case "cancelled":
      return <Cancelled meeting={snapshot.meeting} reason={scene.reason} when={when} />;
  }
}
