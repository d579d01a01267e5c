// What must be closed when a run ends, in whatever way.
type Close = () => Promise<void>;

const open = new Set<Close>();

/** `close` will be called once, when the run has ended. */
export function closeAtEnd(close: Close): void {
  open.add(close);
}

/** Never throws: what fails here has been told where it was used. */
export async function closeAll(): Promise<void> {
  const closings = [...open];
  open.clear();
  await Promise.allSettled(closings.map((close) => close()));
}
