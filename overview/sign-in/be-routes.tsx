import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { politicians, todayIn } from '../../platform/directory/index.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirect,
  refused,
  route,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { bylines, endSession, examplePeople, openSession, type Byline } from '../../platform/identity/index.ts'
import { everydayWords } from '../../platform/i18n/index.ts'
import { ledCounts } from '../../stages/problem/index.ts'
import { signInWords } from './messages/words.ts'
import { safeNext } from './next.ts'
import { BePage, type Someone } from './pages/be-page.tsx'
import { cookieOf } from './session.ts'

const chooseForm = fields({ account: field.text({ most: 36 }), next: field.optionalText({ most: 500 }) })

/** Trying each role: only in a demonstration, and there only in a place that is invented. */
export const beRoutes: readonly Route[] = [
  route('be', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (!isOpen(visit)) return notFound()
    const say = signInWords.say(visit.lang)
    const next = safeNext(visit.query.get('next'), '')
    return page({
      title: say('be.title'),
      isWide: true,
      body: (
        <BePage
          say={say}
          place={visit.jurisdiction.name}
          people={await people(visit)}
          action={visit.to('be.choose')}
          next={next}
        />
      ),
    })
  }),

  route('be.choose', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (!isOpen(visit)) return notFound()
    const form = readForm(visit, chooseForm)
    const account = form.ok ? parseId('account', form.value.account) : undefined
    if (!form.ok || !account || !(await examplePeople(visit.read)).includes(account)) {
      return refused(signInWords.say(visit.lang)('refused.no-such-person'))
    }
    const session = await visit.database.transact(visit.jurisdiction.id, visit.actor, async (tx) => {
      if (visit.session) await endSession(tx, visit.session)
      return openSession(tx, account, { means: 'demonstration', browser: visit.browser ?? '' })
    })
    return redirect(safeNext(form.value.next, await firstPage(visit, account)), [cookieOf(visit, session)])
  }),
]

function isOpen(visit: Visit<'be'>): boolean {
  return visit.isDemo && visit.jurisdiction.isFictional && !visit.jurisdiction.isTold
}

async function people(visit: Visit<'be'>): Promise<readonly Someone[]> {
  const accounts = await examplePeople(visit.read)
  const [found, seated] = await Promise.all([
    bylines(visit.read, accounts),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  const roles = new Map(seated.map((one) => [one.slug, one.role]))
  const counts = await ledCounts(
    visit.read,
    seated.map(({ id }) => id),
  )
  const leads = new Map(seated.map(({ id, slug }) => [slug, counts.get(id) ?? 0]))
  const someone = accounts.flatMap((account) => {
    const byline = found.get(account)
    if (!byline) return []
    const count = (byline.person && leads.get(byline.person)) || 0
    const line = lineOf(visit, byline, roles)
    const leading = count > 0 ? ` · ${signInWords.say(visit.lang)('be.leads', { count })}` : ''
    return [{ account, name: byline.name, shape: byline.shape, line: `${line}${leading}`, count }]
  })
  // Who leads cases has most to show; the others keep their order.
  return someone.toSorted((a, b) => b.count - a.count)
}

function lineOf(visit: Visit<'be'>, { shape, of, person }: Byline, roles: ReadonlyMap<string, string>): string {
  switch (shape) {
    case 'politician':
      return [(person && roles.get(person)) || visit.common('role.politician'), of].filter(Boolean).join(' · ')
    case 'staff':
      return `${visit.common('staff')} · ${everydayWords.sayAny(visit.lang)(`role.${of}`)}`
    case 'organisation':
      return of
    case 'resident':
      return visit.common('role.resident')
  }
}

/** Where each role begins: what waits for it. */
async function firstPage(visit: Visit<'be'>, account: Id<'account'>): Promise<string> {
  const byline = (await bylines(visit.read, [account])).get(account)
  if (byline?.shape === 'politician') return visit.to('desk')
  if (byline?.shape === 'staff') return byline.of === 'administrator' ? visit.to('settings') : visit.to('bench')
  return visit.to('home')
}
