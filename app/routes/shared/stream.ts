/** How a stream came to its end: all of it was sent, the client went away, or it could not be made. */
export type StreamEnd = "finished" | "stopped" | "failed";

type Line = {
  /** Aborted when the client goes away. */
  signal: AbortSignal;
  /** Resolves when the line takes more, or is gone. */
  drained(): Promise<void>;
  ended(how: StreamEnd, error?: unknown): void;
};

/**
 * Pieces as the body of an answer, each made when the line takes it: Remix writes whatever it is given without waiting, so the waiting is done here. When
 * the client goes away no further piece is asked for.
 */
export function bodyOf(
  pieces: AsyncGenerator<Uint8Array>,
  { signal, drained, ended }: Line,
): ReadableStream<Uint8Array> {
  const stop = async () => {
    await pieces.return(undefined);
    ended("stopped");
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    await drained();
    if (signal.aborted) {
      await stop();
      return controller.close();
    }
    const { done, value } = await pieces.next();
    if (!done) return controller.enqueue(value);
    ended("finished");
    controller.close();
  };
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) =>
        pull(controller).catch((error: unknown) => {
          // The line breaks, so that nobody takes half an archive for a whole one.
          ended("failed", error);
          controller.error(error);
        }),
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
}
