/** `npm run test:kills` kills as often as is promised; elsewhere each way of dying comes twice, which says the same of the code. */
const isEndurance = process.env.KILLS === 'all'

export function times({ promised, usual }: { readonly promised: number; readonly usual: number }): number {
  return isEndurance ? promised : usual
}
