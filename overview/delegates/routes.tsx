import { signedIn, isSignedIn } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { todayIn } from '../../platform/directory/index.ts'
import {
  field,
  fields,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { timeWords, everydayWords } from '../../platform/i18n/index.ts'
import { delegationsOf, delegationsTo } from '../../platform/identity/index.ts'
import * as commands from './commands.ts'
import { delegateWords, type DelegateKey } from './messages/words.ts'
import { DelegatesPage } from './pages/delegates-page.tsx'
import * as rules from './rules.ts'

const nameForm = fields({ email: field.email(), until: field.date() })
const oneForm = fields({ delegation: field.text({ most: 40 }) })

export const delegateRoutes: readonly Route[] = [
  route('delegates', { allowed: signedIn, records: 'nothing' }, (visit) => delegatesPage(visit)),

  route('delegates.name', { allowed: rules.mayName, records: ['delegates.named'] }, async (visit) => {
    const form = readForm(visit, nameForm)
    if (!form.ok) return delegatesPage(visit, form.errors)
    const say = delegateWords.say(visit.lang)
    const { email, until } = form.value
    const mail = mailIn(visit, 'mail.named', { name: visit.actor.name }, until)
    const naming = { place: visit.jurisdiction, email, until, language: visit.lang, mail }
    const named = await commands.nameDelegate(visit.database, visit.actor, naming)
    if (!named.ok) {
      const name = fieldOf[named.refusal]
      const text = say(`refused.${named.refusal}`)
      return name ? delegatesPage(visit, [{ field: name, text }]) : refused(text, 403)
    }
    return redirectSaying(visit.to('delegates'), { text: say('done.named'), next: say('done.named-next') })
  }),

  route('delegates.agree', { allowed: signedIn, records: ['delegates.agreed'] }, async (visit) => {
    const id = idIn(visit)
    const mail = mailIn(visit, 'mail.agreed', { name: visit.actor.name })
    const agreed = id && (await commands.agreeToPrepare(visit.database, visit.actor, { id, mail }))
    const say = delegateWords.say(visit.lang)
    if (!agreed?.ok) return refused(say(`refused.${agreed?.refusal ?? 'not-yours'}`), 409)
    const name = agreed.value.personName
    return redirectSaying(visit.to('delegates'), { text: say('done.agreed', { name }), next: say('done.agreed-next') })
  }),

  route('delegates.end', { allowed: signedIn, records: ['delegates.ended'] }, async (visit) => {
    const id = idIn(visit)
    const mail = () => mailIn(visit, 'mail.ended', { name: visit.actor.name })
    const ended = id && (await commands.endPreparing(visit.database, visit.actor, { id, mail }))
    const say = delegateWords.say(visit.lang)
    if (!ended?.ok) return refused(say(`refused.${ended?.refusal ?? 'not-yours'}`), 409)
    return redirectSaying(visit.to('delegates'), { text: say('done.ended'), next: say('done.ended-next') })
  }),
]

const fieldOf: Readonly<Record<string, string | undefined>> = {
  'not-herself': 'email',
  'named-already': 'email',
  'too-many': 'email',
  'day-is-over': 'until',
  'too-long': 'until',
}

function idIn(visit: Visit<'delegates'>) {
  const form = readForm(visit, oneForm)
  return form.ok ? parseId('delegation', form.value.delegation) : undefined
}

type MailName = 'mail.named' | 'mail.agreed' | 'mail.ended'

function mailIn(
  visit: Visit<'delegates'>,
  mail: MailName,
  values: { readonly name: string },
  until?: Temporal.PlainDate,
): commands.MailIn {
  return (lang) => {
    const say = delegateWords.say(lang)
    const { timeZone, name: place } = visit.jurisdiction
    const day = until ? timeWords(everydayWords.say(lang), { lang, timeZone, now: visit.now }).day(until) : ''
    const all = { ...values, place, day, link: `${visit.origin}${visit.to('delegates')}` }
    return { subject: say(`${mail}.subject` satisfies DelegateKey, all), text: say(`${mail}.text`, all) }
  }
}

async function delegatesPage(visit: Visit<'delegates'>, errors: readonly FieldError[] = []): Promise<Reply> {
  const { actor, read, now } = visit
  if (!isSignedIn(actor)) return refused(visit.common('refused.sign-in-first'), 403)
  const [hers, to] = await Promise.all([
    actor.person === null ? [] : delegationsOf(read, actor.person, now),
    delegationsTo(read, actor.account, now),
  ])
  const say = delegateWords.say(visit.lang)
  const today = todayIn(visit.jurisdiction, now)
  return page({
    title: say('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <DelegatesPage
        reader={visit}
        typed={visit.form.typed}
        mayName={rules.mayName.allows(actor) && actor.person !== null}
        days={{ least: today.toString(), most: today.add({ days: rules.longestDays }).toString() }}
        {...{ say, errors, hers, to }}
      />
    ),
  })
}
