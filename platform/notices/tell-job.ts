import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import type { Database, Read, Tx } from '../db/index.ts'
import { allJurisdictions, type Jurisdiction } from '../directory/index.ts'
import { accountsById } from '../identity/index.ts'
import type { Job } from '../jobs/index.ts'
import { post } from '../mail/index.ts'
import { upstream } from '../thread/index.ts'
import { everybodyAround, everybodyBehind } from './around.ts'
import { followersOf } from './follow.ts'
import { unforgotten } from './forget-words.ts'
import { mailOfOne, type TellSettings } from './mail-text.ts'
import { stopTokenOf } from './stop-link.ts'
import type { Telling } from './tell.ts'

/** One transaction per so many people: a case with ten thousand followers holds no lock for long. */
const peoplePerBatch = 200

/** The worker's part: one notice for each follower of the thing or of anything it came from, and a mail where wanted. */
export function tellJob(settings: TellSettings): (database: Database, job: Job) => Promise<void> {
  return async (database, job) => {
    const telling = job as Job & Telling // written by `tell`
    const place = (await allJurisdictions(database)).find((one) => one.id === telling.jurisdiction)
    if (!place) throw new Error(`there is no place ${telling.jurisdiction}`)
    const hearers = await hearersOf(database.read(place.id), telling)
    const elsewhere = new Set(telling.elsewhere)
    const others = hearers.filter((account) => account !== telling.except && !elsewhere.has(account))
    for (let from = 0; from < others.length; from += peoplePerBatch) {
      const batch = others.slice(from, from + peoplePerBatch)
      await database.transact(place.id, null, (tx) => tellBatch(tx, batch, { settings, telling, place }))
    }
  }
}

async function hearersOf(
  read: Read,
  { only, around, about, isResult = false }: Telling,
): Promise<readonly Id<'account'>[]> {
  if (only) return only
  return around ? everybodyAround(read, around) : whoFollows(read, about, isResult)
}

async function whoFollows(read: Read, about: Thing, isResult: boolean): Promise<readonly Id<'account'>[]> {
  const sources = (await upstream(read, about)).map(({ to }) => to)
  const [following, voted] = await Promise.all([
    followersOf(read, [...new Set<Id>([about.id, ...sources.map(({ id }) => id)])]),
    isResult ? everybodyBehind(read, sources) : [],
  ])
  return [...new Set([...following, ...voted])].toSorted()
}

type Occasion = {
  readonly settings: TellSettings
  readonly telling: Telling
  readonly place: Jurisdiction
}

async function tellBatch(tx: Tx, batch: readonly Id<'account'>[], occasion: Occasion): Promise<void> {
  const { settings, place } = occasion
  const telling = { ...occasion.telling, values: await unforgotten(tx, occasion.telling) }
  const accounts = await accountsById(tx, batch)
  const wishOf = (id: Id<'account'>) => {
    const wish = accounts.get(id)?.mailFrequency ?? 'never'
    return telling.isQuiet && wish === 'at-once' ? 'digest' : wish
  }
  const told = await tx
    .insertInto('notices.notice')
    .values(
      batch.map((account) => ({
        jurisdiction_id: tx.jurisdiction,
        id: newId('notice'),
        account_id: account,
        stage: telling.stage,
        message: telling.message,
        values: JSON.stringify(telling.values),
        address: telling.address,
        params: JSON.stringify(telling.params),
        happening: telling.happening,
        at: Temporal.Instant.from(telling.at),
        mail: wishOf(account),
        mailed_at: wishOf(account) === 'at-once' ? tx.now : null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'account_id', 'happening']).doNothing())
    .returning('account_id')
    .execute()
  for (const { account_id: id } of told) {
    const account = accounts.get(id)
    if (!account || wishOf(id) !== 'at-once') continue
    await post(tx, mailOfOne(telling, { account, place, settings, stopToken: await stopTokenOf(tx, id) }))
  }
}
