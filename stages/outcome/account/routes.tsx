import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { outcomeWords } from '../messages/words.ts'
import { minorOf } from '../money.ts'
import { mayPrepare } from '../rules.ts'
import { outcomePage } from '../show.tsx'
import * as commands from './commands.ts'
import { maySign } from './rules.ts'
import { accountPage, writePage } from './show.tsx'

// More than any union spends on one case, and still an exact whole number of its smallest unit.
const mostMoney = 999_999_999_999
const accountForm = fields({
  intendedFor: field.text({ most: 4000 }),
  whatCame: field.text({ most: 6000 }),
  sideEffects: field.text({ most: 4000 }),
  fairness: field.text({ most: 4000 }),
  whoBenefits: field.optionalText({ most: 4000 }),
  whoPays: field.optionalText({ most: 4000 }),
  authorityUsed: field.text({ most: 4000 }),
  cost: field.optional(field.number({ least: 0, most: mostMoney, decimals: true })),
  currency: field.optionalText({ most: 3 }),
  costWords: field.optionalText({ most: 1000 }),
})
const signForm = fields({ version: field.number({ least: 1, most: 100_000 }) })

export const accountRoutes: readonly Route[] = [
  route('outcome.account', { allowed: anyone, records: 'nothing' }, (visit) => accountPage(visit)),
  route('outcome.prepare-account', { allowed: mayPrepare, records: 'nothing' }, (visit) => writePage(visit)),

  route('outcome.write-account', { allowed: mayPrepare, records: ['outcome.account-prepared'] }, async (visit) => {
    const form = readForm(visit, accountForm)
    if (!form.ok) return writePage(visit, form.errors)
    const { cost, currency, ...words } = form.value
    const code = currency.toUpperCase()
    if (cost !== null && !isCurrency(code)) return writePage(visit, [errorOf(visit, 'currency', 'currency-needed')])
    const costs =
      cost === null ? { costMinor: null, costCurrency: null } : { costMinor: minorOf(cost, code), costCurrency: code }
    const prepared = await commands.prepareAccount(visit.database, visit.actor, {
      ...words,
      ...costs,
      slug: visit.params.problem,
    })
    if (!prepared.ok) return writePage(visit, [errorOf(visit, '', prepared.refusal)])
    return toOutcome(visit, 'account-prepared')
  }),

  route('outcome.sign-account', { allowed: maySign, records: ['outcome.account-signed'] }, async (visit) => {
    const form = readForm(visit, signForm)
    if (!form.ok) return outcomePage(visit, form.errors)
    const signed = await commands.signAccount(visit.database, visit.actor, {
      slug: visit.params.problem,
      version: form.value.version,
    })
    if (!signed.ok) return refused(outcomeWords.say(visit.lang)(`refused.${signed.refusal}`))
    return toOutcome(visit, 'account-signed')
  }),
]

function errorOf(
  visit: Visit,
  of: string,
  code: 'currency-needed' | 'not-yours-to-prepare' | 'no-such-problem',
): FieldError {
  return { field: of, text: outcomeWords.say(visit.lang)(`refused.${code}`) }
}

/** Back to what came of it, which says what was done. */
function toOutcome(
  visit: Visit & { readonly params: { readonly problem: string } },
  what: 'account-prepared' | 'account-signed',
): Reply {
  const say = outcomeWords.say(visit.lang)
  return redirectSaying(visit.to('outcome.page', { problem: visit.params.problem }), {
    text: say(`done.${what}`),
    next: say(`done.${what}-next`),
  })
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}
