import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayFeatures } from '../messages/words.ts'
import type { StandingFeature } from '../store.ts'

export type FeaturePageProps = {
  readonly reader: Reader
  readonly say: SayFeatures
  readonly placeLang: string
  readonly feature: StandingFeature
  readonly typed: Typed
  readonly errors: Errors
}

/** One feature: its name, its values in order, and which of them are offered. */
export function FeaturePage({ reader, say, placeLang, feature, typed, errors }: FeaturePageProps) {
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={say('page.title')}
        title={<span lang={placeLang}>{feature.name}</span>}
        lead={say('change.lead')}
      />
      <Form action={reader.to('arena.change-feature', { feature: feature.id })}>
        <TextField
          name="name"
          label={say('add.name')}
          value={feature.name}
          lang={placeLang}
          maxLength={80}
          required
          {...kept}
        />
        {feature.values.map(({ id, name, isOffered }, at) => (
          <fieldset class="ds-fieldset fm-field">
            <legend class="ds-label">{say('change.value', { number: at + 1 })}</legend>
            <TextField
              name={`name-${id}`}
              label={say('change.name')}
              value={name}
              lang={placeLang}
              maxLength={80}
              required
              {...kept}
            />
            <NumberField name={`order-${id}`} label={say('change.order')} value={String(at + 1)} required {...kept} />
            <Checkbox name={`offered-${id}`} label={say('change.offered')} isTicked={isOffered} {...kept} />
          </fieldset>
        ))}
        <TextArea
          name="more"
          label={say('change.more')}
          help={say('add.values-help')}
          rows={3}
          lang={placeLang}
          {...kept}
        />
        <Checkbox
          name="offered"
          label={say('change.feature-offered')}
          help={say('change.feature-offered-help')}
          isTicked={feature.isOffered}
          {...kept}
        />
        <Button>{say('change.send')}</Button>
      </Form>
    </>
  )
}
