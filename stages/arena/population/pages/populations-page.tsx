import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Empty,
  ErrorSummary,
  FileField,
  Form,
  Head,
  Section,
  Table,
  type Errors,
} from '../../../../ui/index.ts'
import type { StandingFeature } from '../../features/store.ts'
import type { SayPopulation } from '../messages/words.ts'
import type { Population } from '../store.ts'

export type PopulationsPageProps = {
  readonly reader: Reader
  readonly say: SayPopulation
  readonly placeLang: string
  readonly populations: readonly Population[]
  readonly features: readonly StandingFeature[]
  readonly mayImport: boolean
  readonly errors: Errors
}

/** What groups are compared with, open to everybody; staff bring in another table. */
export function PopulationsPage(props: PopulationsPageProps) {
  const { reader, say, populations, mayImport, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('list.title')} lead={say('list.lead')} />
      {populations.length === 0 ? (
        <Empty title={say('list.none')} level={2}>
          <p>{say(mayImport ? 'list.none-import' : 'list.none-yet')}</p>
        </Empty>
      ) : (
        <List {...props} />
      )}
      {mayImport ? <Upload {...props} /> : null}
    </>
  )
}

function List({ reader, say, placeLang, populations, features }: PopulationsPageProps) {
  return (
    <Table
      caption={say('list.title')}
      isCaptionHidden
      columns={[
        { label: say('list.name') },
        { label: say('list.by') },
        { label: say('list.as-of') },
        { label: say('list.people'), isNumber: true },
      ]}
      rows={populations.map((one) => ({
        cells: [
          <a href={reader.to('arena.population', { population: one.id })} lang={placeLang}>
            {one.name}
          </a>,
          <span lang={placeLang}>
            {one.features.map((id) => features.find((feature) => feature.id === id)?.name ?? '').join(', ')}
          </span>,
          one.asOf,
          say('list.count', { count: one.people }),
        ],
      }))}
    />
  )
}

function Upload({ reader, say, errors }: PopulationsPageProps) {
  return (
    <Section id="import" title={say('upload.title')} lead={say('upload.lead')}>
      <Form action={reader.to('arena.upload-population')} multipart labelledBy="import">
        <FileField
          name="table"
          label={say('upload.file')}
          help={say('upload.file-help')}
          accept=".csv,text/csv,text/plain"
          required
          errors={errors}
        />
        <p class="fm-small">
          <a href={reader.to('arena.features')}>{say('upload.features')}</a>
        </p>
        <Button>{say('upload.send')}</Button>
      </Form>
    </Section>
  )
}
