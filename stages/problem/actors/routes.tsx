import { anyone } from '@folkmoot/basics/actor.ts'
import { notFound, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { actorForm, askForm, choiceFrom, correctForm, speakingForm, wordsFrom } from './form.ts'
import type { ActorKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { actorPage, mapPage, newActorPage, say, speakingPage } from './show.tsx'
import * as speaking from './spokesperson-commands.ts'

export const actorRoutes: readonly Route[] = [
  route('problem.actors', { allowed: anyone, records: 'nothing' }, (visit) => mapPage(visit)),

  route('problem.naming-actor', { allowed: rules.mayNameActor, records: 'nothing' }, (visit) => newActorPage(visit)),

  route('problem.add-actor', { allowed: rules.mayNameActor, records: ['problem.actor-added'] }, async (visit) => {
    const form = readForm(visit, actorForm)
    if (!form.ok) return newActorPage(visit, form.errors)
    const words = wordsFrom(form.value)
    const { problem } = visit.params
    const named = await commands.nameActor(visit.database, visit.actor, {
      slug: problem,
      words,
      lang: visit.jurisdiction.languages[0],
      language: visit.lang,
    })
    if (!named.ok) {
      const text = say(visit)(`refused.${named.refusal}`)
      const at = fieldOf(named.refusal)
      return at === undefined ? refused(text) : newActorPage(visit, [{ field: at, text }])
    }
    return redirectSaying(visit.to('problem.actors', { problem }), {
      text: say(visit)('done.added', { name: words.name }),
      next: say(visit)(named.value.isAskedAbout ? 'done.private-next' : 'done.added-next'),
    })
  }),

  route('problem.actor', { allowed: anyone, records: 'nothing' }, (visit) => actorPage(visit)),

  route(
    'problem.correct-actor',
    { allowed: rules.mayNameActor, records: ['problem.actor-corrected'] },
    async (visit) => {
      const form = readForm(visit, correctForm)
      if (!form.ok) return actorPage(visit, form.errors)
      const { reason, seen, ...words } = form.value
      const corrected = await commands.correctActor(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
        words: wordsFrom(words),
        reason,
        seen,
        lang: visit.jurisdiction.languages[0],
        language: visit.lang,
      })
      if (!corrected.ok) {
        const text = say(visit)(`refused.${corrected.refusal}`)
        const at = fieldOf(corrected.refusal)
        return at === undefined ? refused(text) : actorPage(visit, [{ field: at, text }])
      }
      return redirectSaying(visit.to('problem.actor', visit.params), {
        text: say(visit)('done.corrected'),
        next: say(visit)(corrected.value.isAskedAbout ? 'done.private-next' : 'done.corrected-next'),
      })
    },
  ),

  route(
    'problem.ask-spokesperson',
    { allowed: rules.mayNameActor, records: ['problem.spokesperson-asked', 'problem.spokesperson-agreed'] },
    async (visit) => {
      const form = readForm(visit, askForm)
      if (!form.ok) return actorPage(visit, form.errors)
      const asked = await speaking.askSpokesperson(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
        choice: choiceFrom(form.value),
        place: visit.jurisdiction,
        origin: visit.origin,
      })
      if (!asked.ok) {
        const text = say(visit)(`refused.${asked.refusal}`)
        const at = fieldOf(asked.refusal)
        return at === undefined ? refused(text) : actorPage(visit, [{ field: at, text }])
      }
      const done = asked.value.isAsked ? 'asked' : 'speaks'
      return redirectSaying(visit.to('problem.actor', visit.params), {
        text: say(visit)(`done.${done}`),
        next: say(visit)(`done.${done}-next`),
      })
    },
  ),

  route(
    'problem.end-spokesperson',
    { allowed: rules.mayNameActor, records: ['problem.spokesperson-ended'] },
    async (visit) => {
      const ended = await speaking.endSpokesperson(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
      })
      if (!ended.ok) return refused(say(visit)(`refused.${ended.refusal}`))
      return redirectSaying(visit.to('problem.actor', visit.params), {
        text: say(visit)('done.ended'),
        next: say(visit)('done.ended-next'),
      })
    },
  ),

  route('problem.speaking', { allowed: anyone, records: 'nothing' }, (visit) => speakingPage(visit)),

  route(
    'problem.answer-speaking',
    { allowed: anyone, records: ['problem.spokesperson-agreed', 'problem.spokesperson-ended'] },
    async (visit) => {
      const form = readForm(visit, speakingForm)
      if (!form.ok) return speakingPage(visit, form.errors)
      const { token } = visit.params
      const answered = await speaking.answerSpeaking(visit.database, visit.actor, {
        token,
        isYes: form.value.answer === 'yes',
      })
      if (!answered.ok) return notFound()
      if (answered.value.hasAgreed)
        return redirectSaying(visit.to('problem.speaking', { token }), {
          text: say(visit)('done.yes'),
          next: say(visit)('done.yes-next'),
        })
      return redirectSaying(visit.to('cases'), { text: say(visit)('done.ended'), next: say(visit)('done.no-next') })
    },
  ),
]

type Refusal = Extract<ActorKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

const fieldsOfRefusals: Readonly<Partial<Record<Refusal, string>>> = {
  'kind-needed': 'kind',
  'named-already': 'name',
  'reason-needed': 'reason',
  'nothing-changed': 'name',
  'changed-meanwhile': 'name',
  'staff-speak-for-none': 'who',
  'not-in-office': 'person',
  'name-needed': 'spokesName',
  'email-needed': 'spokesEmail',
  'asked-enough': 'spokesEmail',
  'spoken-for': 'who',
  'asked-already': 'who',
}

/** The field at which a refusal is said; none where there is nothing to mend in the form. */
function fieldOf(refusal: Refusal): string | undefined {
  return fieldsOfRefusals[refusal]
}
