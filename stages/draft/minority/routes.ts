import { signedIn } from '@folkmoot/basics/actor.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import { recommendationPage } from '../show.tsx'
import { signMinorityText } from './commands.ts'
import { minorityWords } from './messages/words.ts'

const signForm = fields({ act: field.choice(['sign', 'withdraw']), seen: field.number({ least: 0, most: 1_000_000 }) })

export const minorityRoutes: readonly Route[] = [
  route(
    'draft.sign-minority',
    { allowed: signedIn, records: ['draft.minority-signed', 'draft.minority-signature-withdrawn'] },
    async (visit) => {
      const form = readForm(visit, signForm)
      if (!form.ok) return recommendationPage(visit, form.errors)
      const say = minorityWords.say(visit.lang)
      const { problem: slug, number } = visit.params
      const signed = await signMinorityText(visit.database, visit.actor, {
        slug,
        ...form.value,
        number: /^\d{1,9}$/.test(number) ? Number(number) : 0,
      })
      if (!signed.ok) {
        const isAboutRights = ['members-only', 'other-stand'].includes(signed.refusal)
        return refused(say(`refused.${signed.refusal}`), isAboutRights ? 403 : 409)
      }
      const what = form.value.act === 'sign' ? 'signed' : 'withdrawn'
      return redirectSaying(`${visit.to('draft.recommendation', visit.params)}#minority-${number}`, {
        text: say(`done.${what}`),
        next: say(`done.${what}-next`),
      })
    },
  ),
]
