export const httpText = {
  wrongMethod: (allowed: string) => `这个地址只接受 ${allowed} 请求。`,
};
