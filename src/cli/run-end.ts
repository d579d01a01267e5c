// What must be closed when a run ends, in whatever way.
type Close = () => Promise<void>;

const open = new Set<Close>();

/** `close` will be called once, when the run has ended. */
export function closeAtEnd(close: Close): void {
  open.add(close);
}

export async function closeAll(): Promise<void> {
  for (const close of open) {
    open.delete(close);
    await close();
  }
}
