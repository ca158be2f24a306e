import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../platform/db/index.ts'
import { addMembership, addPerson, allSeats, endTermOn, parties, putMajority } from '../platform/directory/index.ts'
import { ensureAccount, introduce, linkPerson } from '../platform/identity/index.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'

export type Elected = { readonly mayor: Id<'account'>; readonly member: Id<'account'> }

/** An election in Lindhavn: every term ended yesterday; three of another party sit today, one of them leads council and committee. */
export function electAnew({ database, place, today, council, works, people }: Lindhavn): Promise<Elected> {
  const by = people.administrator.account
  if (by === null) throw new Error('the administrator has no account')
  return database.transact(place.id, null, async (tx) => {
    for (const seat of await allSeats(tx)) await endTermOn(tx, seat, today.subtract({ days: 1 }))
    const party = (await parties(tx)).find(({ name }) => name === 'Green Shore')
    if (!party) throw new Error('no such party')
    await putMajority(tx, { body: council, parties: [party.id], source: 'https://example.org/election', by })
    const seated = { party: party.id, startsOn: today, endsOn: null }
    const elect = async (name: string, slug: string, isChair: boolean) => {
      const person = await addPerson(tx, { slug, name })
      const role = isChair ? 'Mayor' : 'Councillor'
      for (const body of [council, works]) await addMembership(tx, { person, body, role, isChair, ...seated })
      return settle(tx, person, { name, email: `${slug}@lindhavn.example` })
    }
    const mayor = await elect('Vera Nygaard', 'vera-nygaard', true)
    const member = await elect('Ali Strand', 'ali-strand', false)
    await elect('Mia Kvist', 'mia-kvist', false)
    return { mayor, member }
  })
}

type Words = { readonly name: string; readonly email: string }

async function settle(tx: Tx, person: Id<'person'>, { name, email }: Words): Promise<Id<'account'>> {
  const account = await ensureAccount(tx, email, 'en')
  const words = { language: 'en', tie: 'lives-here', tieWords: '', organisation: null, interest: '' } as const
  await introduce(tx, account, { name, ...words })
  await linkPerson(tx, account, person)
  return account
}
