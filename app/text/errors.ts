import type { ErrorWord } from "#app/domain/errors.ts";

/** Each refusal in words, and its HTTP status. The only translation in the house. */
export const errorText: Record<ErrorWord, { status: number; sentence: string }> = {
  malformed: { status: 400, sentence: "提交的内容格式不对，请检查后重试。" },
  "invalid-value": { status: 422, sentence: "有内容填写不正确，请按提示修改。" },
  "not-signed-in": { status: 401, sentence: "请先登录。" },
  "wrong-password": { status: 401, sentence: "用户名或密码不对。" },
  "not-allowed": { status: 403, sentence: "您没有这项权限。" },
  "not-found": { status: 404, sentence: "没有找到，可能已被删除或地址有误。" },
  "unknown-meeting": { status: 404, sentence: "没有这场会议，请核对会议码。" },
  "not-on-roll": { status: 403, sentence: "名册里没有找到您，请与工作人员联系。" },
  "bound-to-another-device": { status: 409, sentence: "您已在另一台手机上签到。如需换手机，请与工作人员联系。" },
  "wrong-room-code": { status: 422, sentence: "六位数字不对或已更换，请看大屏上最新的。" },
  "wrong-state": { status: 409, sentence: "当前状态不能这样做，请刷新后查看最新情况。" },
  stale: { status: 409, sentence: "这条内容已被他人更新，下面是最新情况，您填写的内容仍然保留。" },
  "gate-not-met": { status: 409, sentence: "还不能进入下一环节，请先补齐缺少的内容。" },
  "quorum-not-met": { status: 409, sentence: "到会人数不足法定人数，不能表决。" },
  "poll-open": { status: 409, sentence: "表决正在进行，结束后才能查看结果。" },
  "poll-closed": { status: 409, sentence: "表决已经结束。" },
  "not-entitled": { status: 403, sentence: "您在本次表决中没有表决权。" },
  "already-recorded": { status: 200, sentence: "您的表决票已经记录。" },
  "invalid-choice": { status: 422, sentence: "没有这个选项。" },
  "missing-deadline": { status: 422, sentence: "请填写完成时限。" },
  "document-not-ready": { status: 409, sentence: "这份文书还缺内容，补齐后才能生成。" },
  "too-large": { status: 413, sentence: "文件太大。" },
  "too-many": { status: 429, sentence: "操作太频繁，请稍后再试。" },
  busy: { status: 503, sentence: "系统暂时无法保存（磁盘已满或正忙），内容没有丢失，请稍后重试。" },
};
