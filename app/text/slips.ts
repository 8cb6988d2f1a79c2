import type { LabelSheetId } from "#app/domain/meeting/label-sheet.ts";
import { demonstrationName } from "./terms.ts";

const sheets: Record<LabelSheetId, string> = {
  "3x8": "3 × 8（每张 70 × 37 毫米）",
  "2x5": "2 × 5（每张 105 × 57 毫米）",
};

/** Wording of the sheet of personal check-in codes. */
export const slipsText = {
  title: (meeting: string) => `签到条 · ${meeting}`,
  heading: "签到条",
  count: (people: number, pages: number) => `共 ${people} 张，${pages} 页 A4，按楼栋排列。`,
  advice:
    "签到条等于本人的表决凭证，请当面交给本人，不要拍照转发。扫码后只能在一部手机上使用；换手机时请在会场页面给本人重新登记。",
  printing: "可以用不干胶标签纸，也可以用白纸打印后沿虚线裁开。打印时缩放选 100%，页边距选“无”，不打页眉页脚。",
  sheet: "标签版式",
  sheets,
  from: "从第几格开始",
  fromHint: "标签纸前面已经用掉的，可以跳过",
  show: "按此排版",
  print: "打印",
  back: "返回会议",
  empty: "名册里还没有人。先在“名册”里导入或添加人员，再打印签到条。",
  qr: (name: string) => `${name}的签到二维码`,
  until: (clock: string) => `${clock} 投票截止`,
  own: "仅限本人扫码签到、表决",
  observer: "列席",
  /** Short enough for a label: of many principals the first two by name. */
  proxies: (holder: string | null, principals: readonly string[]) => {
    if (holder) return `已委托${holder}，本人签到即撤销`;
    if (principals.length === 0) return "";
    const named = principals.slice(0, 2).join("、");
    return principals.length > 2 ? `受${named}等 ${principals.length} 人委托` : `受${named}委托`;
  },
  demonstration: demonstrationName,
  all: "全部签到条",

  reissue: "换发一位的签到条",
  reissueHint: "签到条丢了或给错了人，就换发。旧的立即作废，已经用旧条签到的手机也要重新扫码。",
  person: "换发给",
  choose: "请选择",
  who: (name: string, unit: string) => (unit ? `${unit} ${name}` : name),
  submit: "换发，旧的作废",
  reissued: (name: string) => `${name}的签到条已换发，旧的已作废。下面是新的一张，请打印。`,
} as const;
