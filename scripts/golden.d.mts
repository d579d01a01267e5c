export function goldenCases(): readonly string[];
export function commandOf(folder: string, out: string): string[];
export function transcript(
  out: string,
  run: { readonly code: number; readonly stdout: string; readonly stderr: string },
): string;
export function freshFolder(): string;
