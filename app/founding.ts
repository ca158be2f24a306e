import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../platform/db/index.ts'
import { addBody, bodies, putJurisdiction, type Jurisdiction } from '../platform/directory/index.ts'
import {
  accountByEmail,
  endAllSessions,
  ensureAccount,
  grantStaffRole,
  introduce,
  nameRefusal,
  openSession,
} from '../platform/identity/index.ts'
import { spendSetUpCode } from './set-up-code.ts'

export type Founding = {
  readonly [Name in 'name' | 'slug' | 'timeZone' | 'language' | 'council' | 'email' | 'yourName']: string
} & Pick<Jurisdiction, 'level' | 'parent'>

export type Founder = {
  readonly input: Founding
  readonly code: string
  /** The place, where it has been imported. */
  readonly known: Jurisdiction | undefined
}

/** A session for the founder; null where she has to sign in with a mailed code. */
export type Founded = { readonly token: string; readonly expires: Temporal.Instant } | null

/**
 * The place, its council and the first administrator, in one transaction that uses up the code. An imported place keeps
 * its bodies, and is named and placed as typed. Where the address has an account already, the founder has not shown that it is hers: no session is opened.
 */
export async function found(
  database: Database,
  { input, code, known }: Founder,
): Promise<Result<Founded, 'no-code' | 'name-taken'>> {
  const id = known?.id ?? newId('jurisdiction')
  return database.transact(id, null, async (tx) => {
    if (!(await spendSetUpCode(tx, code))) return refuse('no-code')
    if (known && (await nameRefusal(tx, nobodyYet, { name: input.yourName, organisation: null })))
      return refuse('name-taken')
    await (known ? renewPlace(tx, known, input) : putPlace(tx, input))
    if (known && (await accountByEmail(tx, input.email))) {
      await endAllSessions(tx, await administrator(tx, input))
      return accept(null)
    }
    const account = await administrator(tx, input)
    await introduce(tx, account, {
      name: input.yourName,
      language: input.language,
      tie: null,
      tieWords: '',
      organisation: null,
      interest: '',
    })
    return accept(await openSession(tx, account, { means: 'set-up' }))
  })
}

/** Whoever founds an imported place has no account there. */
const nobodyYet = '00000000-0000-4000-8000-000000000000' as Id<'account'> // no account of this id can exist

async function administrator(tx: Tx, { email, language }: Founding): Promise<Id<'account'>> {
  const account = await ensureAccount(tx, email, language)
  await grantStaffRole(tx, account, 'administrator', null)
  return account
}

/** An imported council has the name its file gives it; what the founder calls it is the place's word for it. */
async function renewPlace(tx: Tx, known: Jurisdiction, input: Founding): Promise<void> {
  const { name, level, parent, timeZone, language } = input
  const languages = [language, ...known.languages.filter((other) => other !== language)]
  const council = { ...known.words.council, ...councilWord(input) }
  await putJurisdiction(tx, { ...known, name, level, parent, timeZone, languages, words: { ...known.words, council } })
  if ((await bodies(tx)).length === 0)
    await addBody(tx, { slug: 'council', name: input.council, kind: 'council', parent: null })
}

/** What the settings show as the council's name: as the founder typed it. */
function councilWord({ language, council }: Founding): Readonly<Record<string, string>> {
  return { [language]: council.slice(0, mostLettersInWord) }
}

/** As many as the settings take. */
const mostLettersInWord = 60

async function putPlace(tx: Tx, input: Founding): Promise<void> {
  await putJurisdiction(tx, {
    id: tx.jurisdiction,
    parent: input.parent,
    slug: input.slug,
    name: input.name,
    level: input.level,
    tagline: '',
    timeZone: input.timeZone,
    holidays: [],
    languages: [input.language],
    accent: null,
    brand: null,
    words: { council: councilWord(input) },
    offlineRoute: '',
    isFictional: false,
    isTold: false,
  })
  await addBody(tx, { slug: 'council', name: input.council, kind: 'council', parent: null })
}
