import { parseId } from '@folkmoot/basics/ids.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { featureWords } from './messages/words.ts'
import { FeaturePage } from './pages/feature-page.tsx'
import { FeaturesPage } from './pages/features-page.tsx'
import { readyFeatures, typedReady } from './ready.ts'
import type { FeatureFieldsProps } from './pages/feature-fields.tsx'
import { featuresOf, standingFeatures } from './store.ts'

export type OfFeature = Visit<'arena.feature'>

export function say(visit: Pick<Visit, 'lang'>) {
  return featureWords.say(visit.lang)
}

/** The language names of features are kept in: the first of the place. */
export function placeLang({ jurisdiction, lang }: Pick<Visit, 'jurisdiction' | 'lang'>): string {
  return jurisdiction.languages[0] ?? lang
}

/** What `FeatureFields` takes besides what was typed: for every form that asks somebody to tell of herself. */
export async function countedBy(visit: Visit): Promise<Omit<FeatureFieldsProps, 'typed' | 'errors'>> {
  return { say: say(visit), placeLang: placeLang(visit), features: await featuresOf(visit.read) }
}

export async function featuresPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const features = await standingFeatures(visit.read)
  const ready = readyFeatures.find((name) => name === visit.query.get('ready'))
  const first = ready ? typedReady(ready, featureWords.say(placeLang(visit))) : {}
  return page({
    title: say(visit)('page.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <FeaturesPage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        features={features}
        errors={errors}
        typed={errors.length > 0 ? visit.form.typed : first}
      />
    ),
  })
}

export async function featurePage(visit: OfFeature, errors: readonly FieldError[] = []): Promise<Reply> {
  const id = parseId('feature', visit.params.feature)
  const feature = (await standingFeatures(visit.read)).find((one) => one.id === id)
  if (!feature) return notFound()
  return page({
    title: feature.name,
    titleLang: placeLang(visit),
    crumbs: [{ text: say(visit)('page.title'), href: visit.to('arena.features') }],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <FeaturePage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        feature={feature}
        errors={errors}
        typed={errors.length > 0 ? visit.form.typed : {}}
      />
    ),
  })
}
