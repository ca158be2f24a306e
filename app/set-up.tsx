import { createHash, randomBytes } from 'node:crypto'
import { href, pathOf } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Database, Tx } from '../platform/db/index.ts'
import { addBody, putJurisdiction, type Jurisdiction } from '../platform/directory/index.ts'
import {
  emptyForm,
  field,
  fields,
  isFormToken,
  notFound,
  readForm,
  visit,
  type FieldError,
  type TypedForm,
} from '../platform/http/index.ts'
import { commonWords } from '../platform/i18n/index.ts'
import { ensureAccount, grantStaffRole, introduce, nobody, openSession, staff } from '../platform/identity/index.ts'
import { answer } from './answer.tsx'
import { formCookie, sessionCookie, setCookie } from './cookies.ts'
import { preferredLanguage } from './dispatch.ts'
import type { House } from './house.ts'
import { placeless } from './placeless.ts'
import { appWords } from './messages/words.ts'
import { readBody } from './read-body.ts'
import { SetUpPage } from './pages/set-up-page.tsx'
import { isFromHere, securityHeaders } from './security.ts'

const key = 'set-up-code'

/** Of no place: the code belongs to the installation. One for all requests, because the database remembers who reads. */
const nowhere = newId('jurisdiction')

/** Makes the one-time code of the set-up page and returns it; an earlier one is void. Only its hash is kept. */
export async function makeSetUpCode(database: Database): Promise<string> {
  const code = randomBytes(16).toString('base64url')
  await database.transact(nowhere, null, async (tx) => {
    const value = JSON.stringify(hashOf(code))
    await tx
      .insertInto('folkmoot.setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  })
  return code
}

const setUpForm = fields({
  name: field.name({ most: 120 }),
  slug: field.text({ most: 63 }),
  level: field.choice(['town', 'region', 'nation', 'union']),
  timeZone: field.text({ most: 60 }),
  language: field.text({ most: 8 }),
  council: field.name({ most: 200 }),
  email: field.email(),
  yourName: field.name({ least: 2, most: 80 }),
})

export function bindSetUp(hono: Hono, house: House): void {
  hono.get(pathOf('set-up'), async (context) => {
    const isOpen = await isCode(house.database, context.req.param('code') ?? '')
    return setUpPage(context, { house, form: emptyForm, errors: [], isOpen })
  })

  hono.post(pathOf('set-up.save'), async (context) => {
    const code = context.req.param('code') ?? ''
    const ours = getCookie(context, formCookie(house.isSecure()))
    const form = ours && isFromHere(context.req.raw.headers, house.origin()) ? await readBody(context) : undefined
    if (!form) return setUpPage(context, { house, form: emptyForm, errors: [], isOpen: false })
    const isOurs = isFormToken(form.typed['form-token']?.[0], ours)
    if (!isOurs || !(await isCode(house.database, code)))
      return setUpPage(context, { house, form, errors: [], isOpen: false })
    const lang = langOf(context)
    const read = readForm({ form, common: commonWords.say(lang) }, setUpForm)
    if (!read.ok) return setUpPage(context, { house, form, errors: read.errors, isOpen: true })
    const errors = await furtherErrors(house, read.value, lang)
    if (errors.length > 0) return setUpPage(context, { house, form, errors, isOpen: true })
    const known = await house.places.bySlug(read.value.slug)
    const founded = await found(house.database, { input: read.value, code, known })
    if (!founded) return setUpPage(context, { house, form, errors: [], isOpen: false })
    house.places.forget()
    const headers = new Headers({
      ...securityHeaders,
      location: href('settings', { lang: read.value.language, jurisdiction: read.value.slug }),
    })
    const cookie = {
      name: sessionCookie(read.value.slug, house.isSecure()),
      value: founded.token,
      expires: founded.expires,
    }
    headers.append('set-cookie', setCookie(cookie, house.isSecure()))
    return new Response(null, { status: 303, headers })
  })
}

type Founding = { [Name in 'name' | 'slug' | 'timeZone' | 'language' | 'council' | 'email' | 'yourName']: string } & {
  readonly level: Jurisdiction['level']
}

type Founder = { readonly input: Founding; readonly code: string; readonly known: Jurisdiction | undefined }

/** The place, its council and the first administrator, in one transaction that uses up the code. An imported place keeps what it has. */
async function found(
  database: Database,
  { input, code, known }: Founder,
): Promise<{ token: string; expires: Temporal.Instant } | null> {
  const id = known?.id ?? newId('jurisdiction')
  return database.transact(id, null, async (tx) => {
    const used = await tx
      .deleteFrom('folkmoot.setting')
      .where('key', '=', key)
      .where('value', '=', JSON.stringify(hashOf(code)))
      .executeTakeFirst()
    if (used.numDeletedRows === 0n) return null
    if (known) return openSession(tx, await firstAdministrator(tx, input))
    await putJurisdiction(tx, {
      id,
      parent: null,
      slug: input.slug,
      name: input.name,
      level: input.level,
      tagline: '',
      timeZone: input.timeZone,
      holidays: [],
      languages: [input.language],
      accent: null,
      brand: null,
      words: {},
      offlineRoute: '',
      isFictional: false,
      isTold: false,
    })
    await addBody(tx, { slug: 'council', name: input.council, kind: 'council', parent: null })
    return openSession(tx, await firstAdministrator(tx, input))
  })
}

async function firstAdministrator(tx: Tx, input: Founding) {
  const account = await ensureAccount(tx, input.email, input.language)
  await introduce(tx, account, {
    name: input.yourName,
    language: input.language,
    tie: null,
    tieWords: '',
    organisation: null,
    interest: '',
  })
  await grantStaffRole(tx, account, 'administrator', null)
  return account
}

async function furtherErrors(house: House, input: Founding, lang: string): Promise<readonly FieldError[]> {
  const say = appWords.say(lang)
  const errors: FieldError[] = []
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.slug) || reserved.has(input.slug))
    errors.push({ field: 'slug', text: say('set-up.bad-slug') })
  else if (await isAdministered(house, input.slug)) errors.push({ field: 'slug', text: say('set-up.taken') })
  if (!isTimeZone(input.timeZone)) errors.push({ field: 'timeZone', text: say('set-up.bad-zone') })
  if (!appWords.languages.includes(input.language))
    errors.push({ field: 'language', text: commonWords.say(lang)('choose-one') })
  return errors
}

/** An imported place has nobody yet who can set it up; any other has. */
async function isAdministered({ database, places }: House, slug: string): Promise<boolean> {
  const known = await places.bySlug(slug)
  if (!known) return false
  return known.isTold || known.isFictional || (await staff(database.read(known.id))).length > 0
}

/** First parts of addresses that belong to the installation. */
const reserved: ReadonlySet<string> = new Set([
  'live',
  'ready',
  'theme',
  'files',
  'set-up',
  'assets',
  'api',
  'log',
  'en',
  'da',
])

function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(name)
    return name.includes('/') || name === 'UTC'
  } catch {
    return false
  }
}

async function isCode(database: Database, code: string): Promise<boolean> {
  const row = await database
    .read(nowhere)
    .selectFrom('folkmoot.setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value === hashOf(code)
}

function hashOf(code: string): string {
  return createHash('sha256').update(`set-up\n${code}`).digest('hex')
}

function langOf(context: Context): string {
  return preferredLanguage(context.req.header('accept-language'), appWords.languages)
}

type SetUpView = {
  readonly house: House
  readonly form: TypedForm
  readonly errors: readonly FieldError[]
  readonly isOpen: boolean
}

async function setUpPage(context: Context, { house, form, errors, isOpen }: SetUpView): Promise<Response> {
  const lang = langOf(context)
  const say = appWords.say(lang)
  const place = placeless(lang, await house.places.all())
  const bare = visit({
    lang,
    jurisdiction: place,
    actor: nobody(place.id),
    database: house.database,
    now: Temporal.Now.instant(),
    origin: house.origin(),
    params: {},
    query: new URLSearchParams(),
    form,
    isIsland: false,
    isDemo: false,
    files: house.files,
  })
  const frame = { house, visit: bare, session: undefined, context, isPlaceless: true }
  if (!isOpen) return answer(frame, notFound())
  const body = (
    <SetUpPage
      say={say}
      common={bare.common}
      languages={appWords.languages}
      typed={form.typed}
      errors={errors}
      action={context.req.path}
    />
  )
  return answer(frame, {
    kind: 'page',
    status: errors.length > 0 ? 422 : 200,
    title: say('set-up.title'),
    body,
    crumbs: [],
    isWide: false,
  })
}
