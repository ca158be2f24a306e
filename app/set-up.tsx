import { href, pathOf } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { levels, possibleParents, type Jurisdiction } from '../platform/directory/index.ts'
import {
  emptyForm,
  field,
  fields,
  isFormToken,
  page,
  readForm,
  visit,
  type FieldError,
  type TypedForm,
} from '../platform/http/index.ts'
import { everydayWords } from '../platform/i18n/index.ts'
import { nobody, staff } from '../platform/identity/index.ts'
import { respond } from './respond.tsx'
import { cookieOf } from '../overview/sign-in/session.ts'
import { formCookie, setCookie } from './cookies.ts'
import { preferredLanguage } from './preferred-language.ts'
import type { House } from './house.ts'
import { found, type Founding } from './founding.ts'
import { isSetUpCode } from './set-up-code.ts'
import { placeless } from './placeless.ts'
import { appWords } from './messages/words.ts'
import { tooLargePage } from './fallback.tsx'
import { readBody } from './read-body.ts'
import { Message } from './pages/message.tsx'
import { SetUpPage } from './pages/set-up-page.tsx'
import { isFromHere } from './security.ts'

const setUpForm = fields({
  name: field.name({ most: 120 }),
  slug: field.text({ most: 63 }),
  level: field.choice(levels),
  partOf: field.optionalText({ most: 36 }),
  timeZone: field.text({ most: 60 }),
  language: field.text({ most: 8 }),
  council: field.name({ most: 200 }),
  email: field.email(),
  yourName: field.name({ least: 2, most: 80 }),
  consent: field.mustTick(),
})

export function bindSetUp(hono: Hono, house: House): void {
  hono.get(pathOf('set-up'), async (context) => {
    const isOpen = await isSetUpCode(house.database, context.req.param('code') ?? '')
    return setUpPage(context, { house, form: emptyForm, errors: [], isOpen })
  })

  hono.post(pathOf('set-up.save'), async (context) => {
    const code = context.req.param('code') ?? ''
    const ours = getCookie(context, formCookie(house.isSecure()))
    const form =
      ours && isFromHere(context.req.raw.headers, house.origin())
        ? await readBody(context, { isSignedIn: false })
        : undefined
    if (form === 'too-large') return tooLargePage(house, context)
    if (!form) return setUpPage(context, { house, form: emptyForm, errors: [], isOpen: false })
    const isOurs = isFormToken(form.typed['form-token']?.[0], ours)
    if (!isOurs || !(await isSetUpCode(house.database, code)))
      return setUpPage(context, { house, form, errors: [], isOpen: false })
    const lang = langOf(context)
    const read = readForm({ form, common: everydayWords.say(lang) }, setUpForm)
    if (!read.ok) return setUpPage(context, { house, form, errors: read.errors, isOpen: true })
    const errors = await furtherErrors(house, read.value, lang)
    if (errors.length > 0) return setUpPage(context, { house, form, errors, isOpen: true })
    const known = await house.places.bySlug(read.value.slug)
    const parent = await parentFor(house, { known, typed: read.value.partOf })
    if (parent === undefined) {
      const text = appWords.say(lang)('set-up.part-of-wrong')
      return setUpPage(context, { house, form, errors: [{ field: 'partOf', text }], isOpen: true })
    }
    const founded = await found(house.database, { input: { ...read.value, parent }, code, known })
    if (!founded.ok && founded.refusal === 'name-taken') {
      const text = appWords.say(lang)('set-up.name-taken')
      return setUpPage(context, { house, form, errors: [{ field: 'yourName', text }], isOpen: true })
    }
    if (!founded.ok) return setUpPage(context, { house, form, errors: [], isOpen: false })
    house.places.forget()
    const to = { lang: read.value.language, jurisdiction: read.value.slug }
    const headers = new Headers({ location: href(founded.value ? 'settings' : 'sign-in', to) })
    if (founded.value) {
      const cookie = cookieOf({ jurisdiction: { slug: to.jurisdiction }, origin: house.origin() }, founded.value)
      headers.append('set-cookie', setCookie(cookie, house.isSecure()))
    }
    return new Response(null, { status: 303, headers })
  })
}

type Parent = { readonly known: Jurisdiction | undefined; readonly typed: string }

/** Null when it is part of none; undefined when there is no such place, or it lies in the one to be set up. */
async function parentFor({ places }: House, { known, typed }: Parent): Promise<Id<'jurisdiction'> | null | undefined> {
  if (typed === '') return null
  const all = await places.all()
  return (known ? possibleParents(all, known.id) : all).find(({ id }) => id === typed)?.id
}

async function furtherErrors(
  house: House,
  input: Omit<Founding, 'parent'>,
  lang: string,
): Promise<readonly FieldError[]> {
  const say = appWords.say(lang)
  const errors: FieldError[] = []
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(input.slug) || reserved.has(input.slug))
    errors.push({ field: 'slug', text: say('set-up.bad-slug') })
  else if (await isAdministered(house, input.slug)) errors.push({ field: 'slug', text: say('set-up.taken') })
  if (!isTimeZone(input.timeZone)) errors.push({ field: 'timeZone', text: say('set-up.bad-zone') })
  if (!appWords.languages.includes(input.language))
    errors.push({ field: 'language', text: everydayWords.say(lang)('choose-one') })
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
    originHere: house.origin(),
    params: {},
    query: new URLSearchParams(),
    form,
    isIsland: false,
    isDemo: false,
    files: house.files,
  })
  const frame = { house, visit: bare, session: undefined, context, isPlaceless: true }
  if (!isOpen) {
    const title = say('not-found.title')
    const body = <Message title={title} text={say('set-up.gone')} home={{ href: '/', text: say('places.title') }} />
    return respond(frame, page({ title, status: 404, body }))
  }
  const body = (
    <SetUpPage
      say={say}
      common={bare.common}
      languages={appWords.languages}
      places={await house.places.all()}
      typed={form.typed}
      errors={errors}
      action={context.req.path}
    />
  )
  return respond(frame, page({ title: say('set-up.title'), status: errors.length > 0 ? 422 : 200, body }))
}
