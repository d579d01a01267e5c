interface Run {
  readonly seconds: number;
  readonly peakMb: number | undefined;
}

type Round = Readonly<Record<string, Run>>;

type Claim =
  | {
      readonly kind: 'ratio';
      readonly program: string;
      readonly without?: string;
      readonly against: string;
      readonly againstWithout?: string;
      readonly atMost: number;
    }
  | { readonly kind: 'timesAsFast'; readonly program: string; readonly than: string; readonly times: number }
  | { readonly kind: 'seconds'; readonly program: string; readonly below: number }
  | { readonly kind: 'memory'; readonly program: string; readonly belowMb: number }
  | { readonly kind: 'same'; readonly of: string; readonly programs: readonly string[] };

interface Verdict {
  readonly says: string;
  readonly measured: string;
  readonly limit: string;
  readonly isMet: boolean | null;
}

export function median(numbers: readonly number[]): number;
type Answers = Readonly<Record<string, string>>;

export function judge(claim: Claim, rounds: readonly Round[], answers: Readonly<Record<string, Answers>>): Verdict;
