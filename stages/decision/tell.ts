import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { tell, tellAround } from '../../platform/notices/index.ts'
import type { Problem } from '../problem/index.ts'

type CaseNews = {
  readonly message:
    | 'told.direction-sent'
    | 'told.direction-answered'
    | 'told.handed-over'
    | 'told.dates-set'
    | 'told.returned'
    | 'told.closed'
  readonly values?: Readonly<Record<string, string | number>>
  readonly except: { readonly account: Parameters<typeof tell>[1]['except'] }
  /** Who hears of it in other words. */
  readonly elsewhere?: readonly Id<'account'>[]
}

/** What nobody who took part may learn by chance: that it was handed over, and that all of it was answered. */
const isForAll: ReadonlySet<CaseNews['message']> = new Set<CaseNews['message']>(['told.handed-over', 'told.closed'])

/** Everybody who follows the case hears of it. */
export async function tellOfCase(
  tx: Tx,
  problem: Problem,
  { message, values = {}, except, elsewhere = [] }: CaseNews,
): Promise<void> {
  const about = newsOf(problem)
  const news = { ...about, message, values: { ...about.values, ...values }, except: except.account, elsewhere }
  await (isForAll.has(message) ? tellAround(tx, problem.id, news) : tell(tx, news))
}

/** What happened to the answer as a whole, for whomever it is told to. */
export function newsOf(problem: Problem) {
  return {
    about: { kind: 'problem', id: problem.id },
    stage: 'decision',
    values: { question: problem.question },
    address: 'decision.page',
    params: { problem: problem.slug },
  } as const
}
