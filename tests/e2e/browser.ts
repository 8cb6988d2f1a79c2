import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** The system's Chromium, headless, without what reaches for the network by itself. */
const CHROMIUM = {
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

export const launch = (): Promise<Browser> => chromium.launch(CHROMIUM);

/** The browser of somebody who sees badly, set to write twice as large: 32 px where pages say nothing. */
export const launchLargePrint = (): Promise<Browser> =>
  chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, "--blink-settings=defaultFontSize=32"] });

export const SIZES = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  screen: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

export type Person = { page: Page; context: BrowserContext /** Errors that the page reported. */; errors: string[] };

/** Somebody with a browser of their own: own cookies, own storage. */
export async function person(
  browser: Browser,
  size: keyof typeof SIZES,
  options: { javaScript?: boolean } = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    javaScriptEnabled: options.javaScript ?? true,
    ...(size === "phone" ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => isGivenUp(error) || errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !isNetworkNoise(message.text())) errors.push(message.text());
  });
  return { page, context, errors };
}

/** What Chromium itself says when the network is cut or a form is refused: the page's own answer is what is tested. */
const isNetworkNoise = (text: string) =>
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection to|Failed to load resource/.test(text);

/** Whoever goes on before a page's data have all come gives up the rest of them: Remix does, and leaves that promise to nobody. */
const isGivenUp = (error: Error) => String(error).startsWith("AbortError: signal is aborted without reason");
