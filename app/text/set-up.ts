export const setUpText = {
  community: "社区名称",
  street: "街道(乡镇)",
  staffName: "书记姓名",
  usernameRule: "用户名用 2–40 个字母、数字或汉字,可含 . _ -。",
  usernameTaken: "这个用户名已被使用,请换一个。",
  passwordShort: "密码至少 8 位。",
  passwordLong: "密码最多 200 位。",
  wednesdayBody: "相约星期三",
  defaultPlace: "社区议事厅",
};
