import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../db/index.ts'
import { tellThese } from '../notices/index.ts'
import { cardOf, forgetTitles, publicName } from './commands.ts'
import { record } from './facts.ts'
import * as store from './store.ts'

export type TakingOut = {
  readonly about: Thing
  readonly by: Id<'account'>
  readonly role: 'resident' | 'organisation'
  readonly problem: Id<'problem'>
}

/**
 * Somebody deletes her account and takes a text along. Its stone stands also where a moderator had set one, and is never taken away:
 * the stage that holds the words erases them after this.
 */
export async function takeOut(tx: Tx, { about, by, role, problem }: TakingOut): Promise<void> {
  const card = await cardOf(tx, about)
  await store.takeHidden(tx, about)
  await store.putHidden(tx, {
    about,
    rule: 'own-wish',
    reason: '',
    by,
    role,
    neverShown: false,
    isProvisional: false,
    batch: null,
  })
  if (card) await forgetTitles(tx, card)
  const reporters = await store.settleReports(tx, about)
  await tellThese(
    tx,
    reporters.filter((account) => account !== null),
    {
      about,
      stage: 'moderation',
      message: 'told.report-taken-out',
      values: {},
      address: 'moderation',
      params: {},
      except: by,
    },
  )
  await record(tx, {
    kind: 'moderation.taken-out',
    problem,
    public: { ...publicName(about), role },
    time: 'coarse',
  })
}
