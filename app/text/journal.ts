/** What each act in the journal is called on the page. */
export const journalText: Record<string, string> = {
  "make-api-token": "生成接口令牌",
  "revoke-api-token": "停用接口令牌",
  "set-up": "建立社区",
  "sign-in": "登录",
  "sign-out": "退出登录",
};
