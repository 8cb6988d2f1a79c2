/** The Wednesday that the end-to-end test plays: invented people, problems of the usual kinds. */
export const account = {
  community: "翠湖社区",
  street: "湖滨街道",
  name: "周岚",
  username: "zhoulan",
  password: "lake-side-2026",
};
export const lamps = { title: "西门内路灯不亮", place: "西门内", category: "路灯照明", source: "居民当面反映" };
export const greens = { title: "7号楼东侧绿地被占", place: "7号楼东侧", category: "环境绿化", source: "物业报送" };
export const noise = { title: "5号楼上下两户争吵", place: "5号楼", category: "邻里纠纷", source: "党员中心户" };
export const question = "是否同意由物业更换西门内路灯？";
export const task = {
  record: "更换西门内6盏路灯",
  responsible: "示例物业服务中心",
  plan: "先备灯头，晚间安装，装好后夜巡一次",
};
