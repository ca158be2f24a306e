export type AbuseCase = {
  readonly number: number
  readonly what: string
  readonly state: 'tested' | 'cannot apply yet' | 'not built yet' | undefined
}
export const lastCase: number
export function readCases(text?: string): readonly AbuseCase[]
export function numbersIn(title: string): readonly number[]
type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}
export function openCount(): {
  readonly add: (report: Report) => void
  readonly line: (cases?: readonly AbuseCase[]) => string
}
