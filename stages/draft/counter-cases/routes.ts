import { signedIn } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { recommendationPage } from '../show.tsx'
import { askCounterCase, writeCounterCase } from './commands.ts'
import { counterCaseWords, type CounterCaseKey } from './messages/words.ts'

const askForm = fields({
  how: field.choice(['drawn', 'asked']),
  first: field.optional(field.text({ most: 36 })),
  second: field.optional(field.text({ most: 36 })),
  due: field.date(),
})
const writeForm = fields({ counter: field.text({ most: 4000 }) })

type AtNumber = Visit & { readonly params: { readonly problem: string; readonly number: string } }

export const counterCaseRoutes: readonly Route[] = [
  route('draft.ask-counter-case', { allowed: signedIn, records: ['draft.counter-case-asked'] }, async (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const { how, first, second, due: dueOn } = form.value
    const asked = await askCounterCase(visit.database, visit.actor, {
      ...at(visit),
      asked: how === 'drawn' ? null : [first, second].filter((one) => one !== null),
      dueOn,
      timeZone: visit.jurisdiction.timeZone,
    })
    if (asked.ok) return said(visit, 'asked')
    const { refusal } = asked
    const where = refusal === 'day-past' ? 'due' : refusal === 'two-members' ? 'first' : undefined
    return where
      ? recommendationPage(visit, [{ field: where, text: counterCaseWords.say(visit.lang)(`refused.${refusal}`) }])
      : refusedWith(visit, refusal)
  }),

  route('draft.write-counter-case', { allowed: signedIn, records: ['draft.counter-case-written'] }, async (visit) => {
    const form = readForm(visit, writeForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const written = await writeCounterCase(visit.database, visit.actor, {
      ...at(visit),
      text: form.value.counter,
      language: visit.lang,
    })
    return written.ok ? said(visit, 'written') : refusedWith(visit, written.refusal)
  }),
]

function at({ params }: AtNumber) {
  return { slug: params.problem, number: /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0 }
}

function said(visit: AtNumber, what: 'asked' | 'written'): Reply {
  const say = counterCaseWords.say(visit.lang)
  return redirectSaying(`${visit.to('draft.recommendation', visit.params)}#counter-case`, {
    text: say(`done.${what}`),
    next: say(`done.${what}-next`),
  })
}

type RefusalCode = CounterCaseKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Visit, code: RefusalCode): Reply {
  const isAboutRights = code === 'only-chair' || code === 'only-advocates'
  return refused(counterCaseWords.say(visit.lang)(`refused.${code}`), isAboutRights ? 403 : 409)
}
