export const signInText = {
  title: "登录",
  pageTitle: "登录 · 圆桌",
  lead: "社区工作人员入口",
  resident: "居民签到、表决请扫会场大屏上的二维码，不需要登录。",
  username: "用户名",
  password: "密码",
  submit: "登录",
  tooMany: (minutes: number) => `输错次数太多，这个账户暂停登录，请 ${minutes} 分钟后再试。`,
};
