import { demonstrationName } from "./terms.ts";

/** Wording of the sheet of personal check-in codes. */
export const slipsText = {
  title: (meeting: string) => `签到条 · ${meeting}`,
  heading: "签到条",
  count: (people: number) => `共 ${people} 张，每页 A4 纸 18 张，沿虚线裁开。`,
  advice:
    "签到条等于本人的表决凭证，请当面交给本人，不要拍照转发。扫码后只能在一部手机上使用；换手机时请在会场页面给本人重新登记。",
  print: "打印",
  back: "返回会议",
  empty: "名册里还没有人。先在“名册”里导入或添加人员，再打印签到条。",
  qr: (name: string) => `${name}的签到二维码`,
  hint: "扫码签到、表决",
  own: "仅限本人使用",
  observer: "列席",
  proxies: (holder: string | null, principals: readonly string[]) => {
    if (holder) return `已委托${holder}，本人签到即撤销`;
    if (principals.length === 0) return "";
    return `受${principals.join("、")}委托`;
  },
  demonstration: demonstrationName,
} as const;
