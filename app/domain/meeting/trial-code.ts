/** Codes of rehearsals begin with a sign that no real meeting's code contains, so that neither can ever be taken for the other. */
export const TRIAL_SIGN = "0";

const PATTERN = /^0[2-9A-HJ-NP-Z]{7}$/;

/** True for the code of a rehearsed meeting, running or over. */
export const isTrialCode = (code: string): boolean => PATTERN.test(code);

/** The rehearsal's code made from a fresh one of the usual kind. */
export const trialCodeOf = (fresh: string): string => `${TRIAL_SIGN}${fresh.slice(1)}`;

/** What a rehearsed meeting is called, on every page and on whatever is printed. */
export const trialTitle = (title: string): string => `【彩排】${title}`;
