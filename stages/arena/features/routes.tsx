import { signedIn } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { notFound, redirectSaying, refused, route, type Reply, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { readChangedFeature, readNewFeature } from './feature-form.ts'
import { readToldFeatures } from './form.ts'
import * as rules from './rules.ts'
import { featurePage, featuresPage, say, type OfFeature } from './show.tsx'
import { featuresOf, standingFeatures } from './store.ts'

export const featureRoutes: readonly Route[] = [
  route('arena.features', { allowed: rules.maySetFeatures, records: 'nothing' }, (visit) => featuresPage(visit)),

  route('arena.add-feature', { allowed: rules.maySetFeatures, records: ['arena.feature-set'] }, async (visit) => {
    const form = readNewFeature(visit)
    if (!form.ok) return featuresPage(visit, form.errors)
    const set = await commands.setFeature(visit.database, visit.actor, form.value)
    if (!set.ok)
      return featuresPage(visit, [
        { field: fieldAt(set.refusal, 'values'), text: say(visit)(`refused.${set.refusal}`) },
      ])
    return redirectSaying(visit.to('arena.features'), {
      text: say(visit)('done.added', { name: form.value.name }),
      next: say(visit)('done.added-next'),
    })
  }),

  route('arena.feature', { allowed: rules.maySetFeatures, records: 'nothing' }, (visit) => featurePage(visit)),

  route('arena.change-feature', { allowed: rules.maySetFeatures, records: ['arena.feature-set'] }, (visit) =>
    change(visit),
  ),

  route('arena.tell-features', { allowed: signedIn, records: 'nothing' }, async (visit) => {
    const read = readToldFeatures(visit, await featuresOf(visit.read))
    // Only what was written by hand, or a value that was taken out meanwhile: her page asks anew.
    if (!read.ok) return refused(say(visit)('refused.no-such-value'))
    const told = await commands.tellOfMyself(visit.database, visit.actor, read.told)
    if (!told.ok) return refused(visit.common(`refused.${told.refusal}`), 403)
    return redirectSaying(`${visit.to('me')}#about-you`, {
      text: say(visit)('done.told'),
      next: say(visit)('done.told-next'),
    })
  }),
]

async function change(visit: OfFeature): Promise<Reply> {
  const id = parseId('feature', visit.params.feature)
  const feature = (await standingFeatures(visit.read)).find((one) => one.id === id)
  if (!feature) return notFound()
  const form = readChangedFeature(visit, feature)
  if (!form.ok) return featurePage(visit, form.errors)
  const set = await commands.setFeature(visit.database, visit.actor, form.value)
  if (!set.ok)
    return featurePage(visit, [{ field: fieldAt(set.refusal, 'more'), text: say(visit)(`refused.${set.refusal}`) }])
  return redirectSaying(visit.to('arena.features'), {
    text: say(visit)('done.changed', { name: form.value.name }),
    next: say(visit)('done.changed-next'),
  })
}

function fieldAt(refusal: rules.SetFeatureRefusal, values: string): string {
  if (refusal === 'name-taken' || refusal === 'gender-already') return 'name'
  return refusal === 'too-few-values' || refusal === 'too-many-values' || refusal === 'value-twice' ? values : ''
}
