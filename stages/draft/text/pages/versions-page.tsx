import type { Id } from '@folkmoot/basics/ids.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import { Button, Empty, Form, Head, List, Row, Select, Stack, Said, Sentence, saidHere } from '../../../../ui/index.ts'
import { Author } from '../../pages/parts.tsx'
import type { SayDraft } from '../../messages/words.ts'
import type { SayText } from '../messages/words.ts'
import type { VersionHead } from '../versions-store.ts'

export type VersionsPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  /** Of the case: the language its group writes in. */
  readonly language: string
  /** The newest first. */
  readonly versions: readonly VersionHead[]
  readonly authors: ReadonlyMap<Id<'account'>, Byline>
  readonly isTold: boolean
}

/** Every version of the text: who saved it, when and why; any two can be laid side by side. */
export function VersionsPage(props: VersionsPageProps) {
  const { reader, say, slug, question, language, versions, authors, isTold } = props
  return (
    <div class="fm-stack fm-stack--8">
      <Head
        eyebrow={<Said lang={language}>{question}</Said>}
        title={say('versions.title')}
        lead={say('versions.lead')}
      />
      {versions.length === 0 ? (
        <Empty level={2} title={isTold ? reader.common('unknown') : say('versions.none')}>
          {say(isTold ? 'versions.unknown' : 'versions.none-next')}
        </Empty>
      ) : null}
      {versions.length > 1 ? (
        <Choose {...{ reader, say, slug }} numbers={versions.map(({ version }) => version)} />
      ) : null}
      <List
        items={versions.map(({ version, reason, savedBy, at }) => (
          <Stack gap="2">
            <h2 class="fm-h-aside">{say('versions.name', { version })}</h2>
            <p class="fm-row">
              <Author reader={reader} author={savedBy ? authors.get(savedBy) : undefined} />
              <span class="fm-mini">{reader.time.deadline(at)}</span>
            </p>
            {reason ? (
              <p>
                <Sentence text={say('versions.why', { reason: saidHere })}>
                  <Said lang={language}>{reason}</Said>
                </Sentence>
              </p>
            ) : null}
            {version > 1 ? (
              <p>
                <a href={reader.to('draft.compare', { problem: slug, before: version - 1, after: version })}>
                  {say('versions.changed', { version, before: version - 1 })}
                </a>
              </p>
            ) : null}
          </Stack>
        ))}
      />
    </div>
  )
}

type ChooseProps = Pick<VersionsPageProps, 'reader' | 'say' | 'slug'> & {
  readonly numbers: readonly number[]
  readonly before?: number
  readonly after?: number
}

/** Any two of them. */
export function Choose({ reader, say, slug, numbers, before = numbers[1], after = numbers[0] }: ChooseProps) {
  const options = numbers.map((version) => ({ value: String(version), label: say('versions.name', { version }) }))
  return (
    <Form action={reader.to('draft.versions', { problem: slug })} method="get" label={say('versions.choose')}>
      <Row>
        <Select name="before" label={say('versions.before')} options={options} value={String(before)} required />
        <Select name="after" label={say('versions.after')} options={options} value={String(after)} required />
        <Button variant="secondary">{say('versions.compare')}</Button>
      </Row>
    </Form>
  )
}
