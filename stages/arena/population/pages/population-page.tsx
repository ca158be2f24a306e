import type { Reader } from '../../../../platform/http/index.ts'
import { ButtonLink, FactList, Head, Section, Table } from '../../../../ui/index.ts'
import type { SayPopulation } from '../messages/words.ts'
import type { Population } from '../store.ts'
import type { FeatureSums } from '../sums.ts'

export type PopulationPageProps = {
  readonly reader: Reader
  readonly say: SayPopulation
  readonly placeLang: string
  readonly population: Population
  /** The public employee who brought it in. */
  readonly by: string
  readonly sums: readonly FeatureSums[]
  readonly data: string
}

/** One table: its sums feature by feature, where it comes from, and the whole of it as a file. */
export function PopulationPage({ reader, say, placeLang, population, by, sums, data }: PopulationPageProps) {
  return (
    <>
      <Head
        eyebrow={say('list.title')}
        title={<span lang={placeLang}>{population.name}</span>}
        lead={say('one.lead', { people: population.people, asOf: population.asOf })}
      >
        <div class="fm-act">
          <ButtonLink href={data} variant="secondary">
            {say('one.download')}
          </ButtonLink>
        </div>
      </Head>
      {sums.map(({ feature, sums: lines }) => (
        <Section id={`feature-${feature.id}`} title={<span lang={placeLang}>{feature.name}</span>}>
          <Table
            caption={feature.name}
            isCaptionHidden
            columns={[
              { label: say('one.answer') },
              { label: say('list.people'), isNumber: true },
              { label: say('one.share'), isNumber: true },
            ]}
            rows={lines.map(({ name, people }) => ({
              cells: [
                <span lang={placeLang}>{name}</span>,
                say('list.count', { count: people }),
                say('one.percent', { share: people / population.people }),
              ],
            }))}
          />
        </Section>
      ))}
      <Section id="source" title={say('one.source')}>
        <FactList
          rows={[
            { term: say('answers.source'), value: <span lang={placeLang}>{population.source}</span> },
            { term: say('list.as-of'), value: population.asOf },
            { term: say('one.file'), value: population.fileName },
            { term: say('one.hash'), value: <code>{population.sha256}</code> },
            {
              term: say('one.imported'),
              value: say('one.imported-by', { day: reader.time.day(population.importedAt), by }),
            },
          ]}
        />
      </Section>
    </>
  )
}
