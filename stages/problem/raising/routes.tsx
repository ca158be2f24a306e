import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { hasChannel } from '../agenda/rules.ts'
import { ruleInForce } from '../agenda/store.ts'
import { answerWords } from '../answers/messages/words.ts'
import { raiseProblem } from '../commands.ts'
import { framingFields, keepSent, sentFiles, withPoint } from '../form.ts'
import * as rules from '../rules.ts'
import { writeDownProblem } from './commands.ts'
import { raisingWords, type RaisingKey } from './messages/words.ts'
import { problemWords } from '../messages/words.ts'
import { channels } from './rules.ts'
import { byStaffPage, nearPart, nearTyped, newPage, noRulePage, startPage } from './show.tsx'
import { writtenIn } from './written-in.tsx'

const nearForm = fields({ question: framingFields.question })
const raiseForm = fields(framingFields)
const againForm = fields({ earlier: field.optionalText({ most: 80 }), newFacts: field.optionalText({ most: 2000 }) })
const writeDownForm = fields({
  channel: field.choice(channels),
  ...framingFields,
  email: field.optional(field.email()),
  looked: field.ticked(),
})

export const raisingRoutes: readonly Route[] = [
  route('problem.new', { allowed: rules.mayRaise, records: 'nothing' }, async (visit) =>
    (await canRaise(visit)) ? startPage(visit) : noRulePage(visit),
  ),

  // A question that is being typed stands in no address: addresses are logged.
  route('problem.near', { allowed: rules.mayLookNear, records: 'nothing' }, (visit) => {
    if (visit.isIsland) return nearPart(visit)
    const form = readForm(visit, nearForm)
    return form.ok ? newPage(visit) : startPage(visit, form.errors)
  }),

  route(
    'problem.raise',
    { allowed: rules.mayRaise, records: ['problem.raised', 'problem.raised-again'] },
    async (visit) => {
      const form = withPoint(visit, readForm(visit, raiseForm))
      const again = readForm(visit, againForm)
      const sent = await sentFiles(visit, rules.raise(visit.actor).ok)
      if (!form.ok || !again.ok || sent.errors.length > 0) {
        const errors = [...wrongIn(form, sent), ...(again.ok ? [] : again.errors)]
        return newPage(visit, { errors, kept: await keepSent(visit, sent.files) })
      }
      const { earlier: slug, newFacts } = again.value
      const raised = await raiseProblem(visit.database, visit.actor, {
        ...form.value,
        files: sent.files,
        language: writtenIn(visit),
        earlier: slug === '' ? undefined : { slug, newFacts },
      })
      if (!raised.ok) {
        const { refusal } = raised
        if (refusal === 'no-rule') return noRulePage(visit, 409)
        if (refusal === 'staff-never-raise' || refusal === 'consent-first')
          return refused(problemWords.say(visit.lang)(`refused.${refusal}`), 403)
        const errors = [{ field: 'newFacts', text: answerWords.say(visit.lang)(`refused.${refusal}`) }]
        return newPage(visit, { errors, kept: await keepSent(visit, sent.files) })
      }
      return redirectSaying(visit.to('journey', { problem: raised.value.slug }), {
        text: say(visit)('done.raised'),
        next: say(visit)('done.raised-next'),
      })
    },
  ),

  route('problem.by-staff', { allowed: rules.mayWriteDown, records: 'nothing' }, async (visit) =>
    (await canRaise(visit)) ? byStaffPage(visit) : noRulePage(visit),
  ),

  route('problem.write-down', { allowed: rules.mayWriteDown, records: ['problem.written-down'] }, async (visit) => {
    const form = withPoint(visit, readForm(visit, writeDownForm))
    const sent = await sentFiles(visit, rules.writeDown(visit.actor).ok)
    if (!form.ok || sent.errors.length > 0)
      return byStaffPage(visit, { errors: wrongIn(form, sent), kept: await keepSent(visit, sent.files) })
    const { looked, email, ...words } = form.value
    const near = looked ? [] : await nearTyped(visit)
    if (near.length > 0) return byStaffPage(visit, { near, isLookedUp: true, kept: await keepSent(visit, sent.files) })
    const written = await writeDownProblem(visit.database, visit.actor, {
      ...words,
      files: sent.files,
      email: email ?? '',
      language: writtenIn(visit),
    })
    if (!written.ok)
      return written.refusal === 'no-rule'
        ? noRulePage(visit, 409)
        : refused(say(visit)(`refused.${written.refusal}`), 403)
    return redirectSaying(visit.to('problem.page', { problem: written.value.slug }), {
      text: say(visit)('done.written-down', { receipt: written.value.receipt }),
      next: say(visit)('done.written-down-next'),
    })
  }),
]

function say(visit: Visit): (key: RaisingKey, values?: Record<string, string>) => string {
  return raisingWords.say(visit.lang)
}

/** Nothing is raised without a body that must answer. */
async function canRaise({ read, actor }: Visit): Promise<boolean> {
  return hasChannel((await ruleInForce(read)) !== undefined, actor)
}

/** All that is wrong is said at once: words, point and files. */
function wrongIn(
  form: { readonly ok: true } | { readonly ok: false; readonly errors: readonly FieldError[] },
  sent: { readonly errors: readonly FieldError[] },
): readonly FieldError[] {
  return [...(form.ok ? [] : form.errors), ...sent.errors]
}
