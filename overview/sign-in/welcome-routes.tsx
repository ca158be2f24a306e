import { pageLanguages } from '../../platform/i18n/index.ts'
import { holds, isSignedIn, type Policy, type SignedIn } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  page,
  readForm,
  redirect,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type TypedForm,
  type Visit,
} from '../../platform/http/index.ts'
import { accountById, officialName, type Account, type Agreed } from '../../platform/identity/index.ts'
import { languageName } from '../language-name.ts'
import { introduceOfficeHolder, introduceOneself } from './commands.ts'
import { signInWords } from './messages/words.ts'
import { nameError } from './name-error.ts'
import { safeNext } from './next.ts'
import { ties, WelcomePage } from './pages/welcome-page.tsx'

const welcomeForm = fields({
  name: field.name({ least: 2, most: 80 }),
  tie: field.choice(ties),
  tieWords: field.optionalText({ most: 300 }),
  as: field.choice(['resident', 'organisation']),
  organisation: field.name({ least: 0, most: 120 }),
  interest: field.optionalText({ most: 300 }),
  language: field.text({ most: 8 }),
  consent: field.optionalText({ most: 8 }),
  mails: field.optionalText({ most: 8 }),
  next: field.optionalText({ most: 500 }),
})

/** Of a linked politician the council has said who she is. */
const officeHolderForm = welcomeForm.pick({ language: true, next: true }).extend({ consent: field.mustTick() })

/** Who you are here: asked once, before the first contribution; can be changed later. */
export function welcomeRoutes(allowed: Policy): readonly Route[] {
  return [
    route('welcome', { allowed, records: 'nothing' }, async (visit) => {
      const account = visit.actor.account && (await accountById(visit.read, visit.actor.account))
      return welcomePage(visit, { typed: account ? typedOf(account) : {}, next: visit.query.get('next') ?? '' })
    }),

    route('welcome.save', { allowed, records: 'nothing' }, async (visit) => {
      const { actor } = visit
      if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
      if ((await officialName(visit.read, actor.account)) !== null) return saveOfficeHolder(visit, actor)
      const form = readForm(visit, welcomeForm)
      const errors = form.ok ? furtherErrors(visit, form.value) : form.errors
      if (!form.ok || errors.length > 0) {
        return welcomePage(visit, { typed: visit.form.typed, next: visit.form.typed['next']?.[0] ?? '', errors })
      }
      const { as, organisation, interest, next, name, tie, tieWords, language } = form.value
      const isOrganisation = as === 'organisation'
      const words = {
        name,
        tie,
        tieWords,
        language,
        organisation: isOrganisation ? organisation : null,
        interest: isOrganisation ? interest : '',
      }
      const said = await introduceOneself(visit.database, actor, words, agreedTo(visit, form.value))
      if (!said.ok) {
        return welcomePage(visit, { typed: visit.form.typed, next, errors: [nameError(visit, said.refusal)] })
      }
      return redirect(safeNext(next, visit.to('home')))
    }),
  ]
}

async function saveOfficeHolder(visit: Visit<'welcome'>, actor: SignedIn): Promise<Reply> {
  const form = readForm(visit, officeHolderForm)
  const errors = form.ok ? languageErrors(visit, form.value.language) : form.errors
  if (!form.ok || errors.length > 0)
    return welcomePage(visit, { typed: visit.form.typed, next: visit.form.typed['next']?.[0] ?? '', errors })
  const wording = signInWords.say(visit.lang)('welcome.consent-office')
  const agreed: Agreed = { kind: 'opinions', wording, language: visit.lang }
  await introduceOfficeHolder(visit.database, actor, form.value.language, [agreed])
  return redirect(safeNext(form.value.next, visit.to(holds(actor, 'politician') ? 'desk' : 'home')))
}

/** In the words that stood beside the box. */
function agreedTo(visit: Visit<'welcome'>, ticked: { readonly consent: string; readonly mails: string }): Agreed[] {
  const say = signInWords.say(visit.lang)
  const asked = [
    { kind: 'opinions', ticked: ticked.consent, wording: say('welcome.consent', { place: visit.jurisdiction.name }) },
    { kind: 'mails', ticked: ticked.mails, wording: say('welcome.mails') },
  ] as const
  return asked.flatMap(({ kind, ticked: tick, wording }) =>
    tick === '' ? [] : [{ kind, wording, language: visit.lang }],
  )
}

type Typed = {
  readonly tie: string
  readonly tieWords: string
  readonly as: string
  readonly organisation: string
  readonly interest: string
  readonly language: string
}

/** What one field alone cannot know. */
function furtherErrors(visit: Visit<'welcome'>, form: Typed): readonly FieldError[] {
  const missing = visit.common('required')
  const errors: FieldError[] = []
  if (form.tie === 'other' && form.tieWords === '') errors.push({ field: 'tieWords', text: missing })
  if (form.as === 'organisation' && form.organisation === '') errors.push({ field: 'organisation', text: missing })
  if (form.as === 'organisation' && form.interest === '') errors.push({ field: 'interest', text: missing })
  return [...errors, ...languageErrors(visit, form.language)]
}

function languageErrors(visit: Visit<'welcome'>, language: string): readonly FieldError[] {
  return pageLanguages(visit.jurisdiction).includes(language)
    ? []
    : [{ field: 'language', text: visit.common('choose-one') }]
}

type WelcomeState = {
  readonly typed: TypedForm['typed']
  readonly next: string
  readonly errors?: readonly FieldError[]
}

async function welcomePage(visit: Visit<'welcome'>, { typed, next, errors = [] }: WelcomeState): Promise<Reply> {
  const { account } = visit.actor
  const known = account && (await accountById(visit.read, account))
  const say = signInWords.say(visit.lang)
  return page({
    title: say('welcome.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <WelcomePage
        say={say}
        common={visit.common}
        place={visit.jurisdiction.name}
        officialName={account && (await officialName(visit.read, account))}
        hasAgreed={known ? known.consentedAt !== null : false}
        typed={{ language: [visit.lang], ...typed }}
        errors={errors}
        languages={pageLanguages(visit.jurisdiction).map((value) => ({ value, label: languageName(value) }))}
        next={safeNext(next, '')}
        to={{
          save: visit.to('welcome.save'),
          consents: visit.to('me.consents'),
          privacy: visit.to('about', { page: 'privacy' }),
        }}
      />
    ),
  })
}

function typedOf(account: Account): TypedForm['typed'] {
  return {
    name: [account.name],
    tie: account.tie ? [account.tie] : [],
    tieWords: [account.tieWords],
    as: [account.organisation === null ? 'resident' : 'organisation'],
    organisation: [account.organisation ?? ''],
    interest: [account.interest],
    language: [account.language],
  }
}
