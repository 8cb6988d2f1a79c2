import { proxyText as text } from "#app/text/proxy.ts";
import styles from "./meeting.module.css";
import { type Proxies, ProxyPanel } from "./proxy-panel.tsx";
import { type ActAnswer, PageAnswer } from "./room/use-act.tsx";

type Props = {
  proxies: Proxies;
  voters: readonly { name: string; unit: string }[];
  /** The answer to a form sent as a whole page, where there are no scripts. */
  answer: ActAnswer | undefined;
};

export const isAboutProxies = (intent: string | undefined): boolean => intent?.endsWith("-proxy") === true;

/** 委托 on the meeting's overview: behind its name, open where there are some. */
export function MeetingProxies({ proxies, voters, answer }: Props) {
  const refused = answer !== undefined && !answer.ok && isAboutProxies(answer.values.intent);
  return (
    <PageAnswer.Provider value={answer}>
      <details className={styles.cancel} open={refused || proxies.lines.length > 0 || undefined}>
        <summary>{text.count(proxies.lines.length)}</summary>
        <ProxyPanel proxies={proxies} people={voters} />
      </details>
    </PageAnswer.Provider>
  );
}
