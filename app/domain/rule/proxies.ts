import { collectiveLaw, propertyRegulation, residentsLaw, villagersLaw } from "./laws.ts";
import type { ProxyTerms, Rule } from "./types.ts";

/*
 * 委托: who may vote for whom. Where neither statute nor a place's own rules speak of it, the refusal is ours and says so. A limit of three in
 * committee elections is the law's (居组法第19条, 村组法第18条); among owners the regulation allows proxies and leaves their number to the places.
 */

const byDefault = (ref: string): ProxyTerms => ({ allowed: false, source: { kind: "default", ref } });

/** 居委会选举: another voter of the community, three at most, never a candidate. */
export const ELECTION_PROXY: ProxyTerms = {
  allowed: true,
  most: 3,
  holder: "roll",
  candidatesExcluded: true,
  source: residentsLaw("第19条"),
};

/**
 * 村委会选举: a near relative with the right to vote or another villager, three at most, never a candidate. That the holder stands among the
 * registered voters is ours: only they have a vote here to cast the others beside.
 */
export const VILLAGE_ELECTION_PROXY: ProxyTerms = {
  allowed: true,
  most: 3,
  holder: "roll",
  candidatesExcluded: true,
  source: villagersLaw("第18条"),
  additions: {
    of: ["holder"],
    source: {
      kind: "default",
      ref: "出厂默认：法律写的是本村有选举权的近亲属或者其他村民，这里要求受托人自己也登记参加选举",
    },
  },
};

/** Representatives who elect the committee vote themselves. */
export const ELECTION_BY_REPRESENTATIVES: ProxyTerms = { allowed: false, source: residentsLaw("第19条") };

/** 农村集体经济组织: another member of the same household with full capacity. */
export const COLLECTIVE_PROXY: ProxyTerms = {
  allowed: true,
  most: null,
  holder: "household",
  candidatesExcluded: true,
  source: collectiveLaw("第27条"),
  additions: { of: ["candidates"], source: { kind: "default", ref: "出厂默认：候选人不替别人投票" } },
};

/** 业主: the regulation lets them send somebody; three a holder is a local limit that we take over as a default. */
export const OWNERS_PROXY: ProxyTerms = {
  allowed: true,
  most: 3,
  holder: "roll",
  candidatesExcluded: true,
  source: propertyRegulation("第12条"),
  additions: {
    of: ["most", "holder", "candidates"],
    source: { kind: "default", ref: "出厂默认：人数参照潍坊的规定，有的小区自定一人；当地另有规定的，照当地办" },
  },
};

export const NO_PROXY_FOR_REPRESENTATIVES = byDefault("出厂默认：法律没有规定代表会议可以委托，代表由本人表决");
export const NO_PROXY_AT_ASSEMBLIES = byDefault(
  "出厂默认：法律没有写会议表决可以委托；来不了的，可以按户的代表参加的办法开会",
);
export const NO_PROXY_FOR_HOUSEHOLDS = byDefault("出厂默认：一户出一位代表，由代表本人表决，不再委托");
export const NO_PROXY_IN_OWNERS_COMMITTEE = byDefault("出厂默认：参照北京、杭州的规定，委员不能委托别人参会");
export const NO_PROXY_OF_AFFECTED_OWNERS = byDefault("出厂默认：有利害关系的业主逐户由本人表态");

const NOT_SAID = byDefault("出厂默认：这条规则没有写可以委托，由本人表决");

/** What a rule says of proxies; one that says nothing allows none, and that is our default. */
export const proxyTerms = (rule: Pick<Rule, "proxy">): ProxyTerms => rule.proxy ?? NOT_SAID;
