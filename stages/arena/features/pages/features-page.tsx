import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Columns,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Panel,
  Section,
  StateTag,
  TextArea,
  TextField,
  typedOne,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { genderCodes } from '../feature-form.ts'
import type { SayFeatures } from '../messages/words.ts'
import { readyFeatures } from '../ready.ts'
import type { StandingFeature } from '../store.ts'

export type FeaturesPageProps = {
  readonly reader: Reader
  readonly say: SayFeatures
  readonly placeLang: string
  readonly features: readonly StandingFeature[]
  readonly typed: Typed
  readonly errors: Errors
}

/** What a place counts people by, and the form that adds to it. */
export function FeaturesPage(props: FeaturesPageProps) {
  const { reader, say, features, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('page.title')} lead={say('page.lead')} />
      <Columns
        main={
          <>
            <Section id="features" title={say('page.now')}>
              {features.length === 0 ? (
                <Empty title={say('page.none')} level={3}>
                  <p>{say('page.none-next')}</p>
                </Empty>
              ) : (
                features.map((feature) => <One {...props} feature={feature} />)
              )}
            </Section>
            <Section id="add" title={say('add.title')}>
              <Ready {...props} />
              <AddForm {...props} />
            </Section>
          </>
        }
        aside={
          <Section id="why" title={say('page.why')} size="aside">
            <p class="fm-small">{say('page.why-text')}</p>
            <p class="fm-small">{say('page.free')}</p>
          </Section>
        }
      />
    </>
  )
}

function One({ reader, say, placeLang, feature }: FeaturesPageProps & { readonly feature: StandingFeature }) {
  const offered = feature.values.filter(({ isOffered }) => isOffered)
  return (
    <Panel>
      <h3 lang={placeLang}>{feature.name}</h3>
      {feature.isOffered ? null : (
        <p>
          <StateTag icon="empty" color="neutral">
            {say('page.retired')}
          </StateTag>
        </p>
      )}
      <p class="fm-small" lang={placeLang}>
        {offered.map(({ name }) => name).join(' · ')}
      </p>
      <p>
        <a class="fm-link" href={reader.to('arena.feature', { feature: feature.id })}>
          {say('page.change')}
          <span class="fm-vh">: {feature.name}</span>
        </a>
      </p>
    </Panel>
  )
}

/** Each fills the form; nothing is asked of anybody before it is sent. */
function Ready({ reader, say, features, typed, errors }: FeaturesPageProps) {
  const hasGender = features.some(({ kind }) => kind === 'gender')
  const ready = readyFeatures.filter((name) => name !== 'gender' || !hasGender)
  return (
    <>
      <h3>{say('ready.title')}</h3>
      <List
        items={ready.map((name) => (
          <a class="fm-link" href={`${reader.to('arena.features')}?ready=${name}#add`}>
            {say(`ready.take-${name}`)}
          </a>
        ))}
      />
      {typedOne(typed, 'name') && errors.length === 0 ? (
        <p class="fm-text" role="status">
          {say('ready.filled')}
        </p>
      ) : null}
    </>
  )
}

function AddForm({ reader, say, placeLang, typed, errors }: FeaturesPageProps) {
  const kept = { typed, errors }
  const isGender = typedOne(typed, 'kind') === 'gender'
  return (
    <Form action={reader.to('arena.add-feature')} labelledBy="add">
      <HiddenField name="kind" value={isGender ? 'gender' : 'other'} />
      <TextField
        name="name"
        label={say('add.name')}
        help={say('add.name-help')}
        maxLength={80}
        lang={placeLang}
        required
        {...kept}
      />
      {isGender ? (
        genderCodes.map((code) => (
          <TextField name={code} label={say(`add.${code}`)} maxLength={80} lang={placeLang} required {...kept} />
        ))
      ) : (
        <TextArea
          name="values"
          label={say('add.values')}
          help={say('add.values-help')}
          rows={6}
          lang={placeLang}
          required
          {...kept}
        />
      )}
      <Button>{say('add.send')}</Button>
    </Form>
  )
}
