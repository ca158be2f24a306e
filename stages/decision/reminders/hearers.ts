import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountOfPerson, accountsIn } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { itemsOf } from '../answers/store.ts'
import { namedFor } from '../questions/commands.ts'
import { dayOf } from '../questions/rules.ts'
import { questionsOf } from '../questions/store.ts'
import { packageOf } from '../store.ts'
import type { Step } from './rules.ts'
import type { Promised } from './store.ts'

/**
 * Who is reminded. Those who promised: the one who parked it or passed it on, as long as she sits, else all members of the body;
 * of a direction that was not sent, who chairs the group; of questions, whoever owes the replies. Then the chair of the body, and the
 * group that waits through its own.
 */
export async function hearersOf(
  tx: Tx,
  promised: Promised,
  step: Exclude<Step, 'everybody'>,
): Promise<readonly Id<'account'>[]> {
  const { what, problem, body, person } = promised
  const today = todayIn(await ownCalendar(tx), tx.now)
  const ofGroup = (await seatsOf(tx, problem)).flatMap(({ isChair, account }) => (isChair && account ? [account] : []))
  if (what === 'unsent' && step === 'those') return ofGroup
  const chairs = await accountsIn(tx, { body, today, only: 'chair' })
  if (what === 'questions') {
    const owing = await owingReplies(tx, promised, { today, chairs })
    return [...new Set([...owing, ...(step === 'chair' ? chairs : [])])]
  }
  if (step === 'chair') return [...new Set([...chairs, ...(what === 'reply' || what === 'unsent' ? ofGroup : [])])]
  const own = await accountsIn(tx, { body, today, only: { person } })
  return own.length > 0 ? own : accountsIn(tx, { body, today })
}

type Today = { readonly today: Temporal.PlainDate; readonly chairs: readonly Id<'account'>[] }

/** Of each question for this meeting that has no reply: who signed the answer it is about, else who chairs the body. Nobody replies to herself. */
async function owingReplies(
  tx: Tx,
  { problem, dueAt }: Promised,
  { today, chairs }: Today,
): Promise<readonly Id<'account'>[]> {
  const pack = await packageOf(tx, problem)
  if (!pack) return []
  const [items, asked, calendar] = await Promise.all([
    itemsOf(tx, [pack.id]),
    questionsOf(tx, pack.id),
    ownCalendar(tx),
  ])
  const day = todayIn(calendar, dueAt)
  const hidden = await hiddenAmong(
    tx,
    asked.map(({ id }) => id),
  )
  const open = asked.filter(
    ({ id, reply, round }) => reply === null && !hidden.has(id) && dayOf(pack, round)?.equals(day) === true,
  )
  const owing = await Promise.all(
    open.map(async ({ recommendation, askedBy }) => {
      const item = items.find((one) => one.recommendation === recommendation)
      const named = await namedFor(tx, pack, item, today)
      const account = named && (await accountOfPerson(tx, named))
      return (account ? [account.id] : chairs).filter((one) => one !== askedBy)
    }),
  )
  return owing.flat()
}
