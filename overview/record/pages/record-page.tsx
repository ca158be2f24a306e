import { Details, Empty, Head, List, Pager, Section, Stack, Table } from '../../../ui/index.ts'
import type { SayRecord } from '../messages/words.ts'

export type RecordLine = {
  readonly when: string
  /** Of an entry told from sources: "told of 29 March 2021"; '' for what happened here. */
  readonly toldOf: string
  readonly kind: string
  readonly what: string
  readonly case: { readonly text: string; readonly href: string } | null
  readonly public: readonly { readonly name: string; readonly value: string }[]
  /** Leaf hash in hexadecimal. */
  readonly seal: string
  /** Exactly what was hashed after the zero byte. */
  readonly bytes: string
}

export type RecordPageProps = {
  readonly say: SayRecord
  readonly isCase: boolean
  readonly lines: readonly RecordLine[]
  readonly kinds: readonly (readonly [string, string])[]
  readonly feed: string
  readonly newer: string | null
  readonly older: string | null
}

export function RecordPage({ say, isCase, lines, kinds, feed, newer, older }: RecordPageProps) {
  return (
    <Stack gap="8">
      <Head title={isCase ? say('case-title') : say('title')} lead={isCase ? say('lead-case') : say('lead')} />
      {lines.length === 0 ? (
        <Empty level={2} title={say('none')}>
          {say('none-text')}
        </Empty>
      ) : (
        <Entries {...{ say, isCase, lines }} />
      )}
      {newer || older ? (
        <Pager
          label={say('pages')}
          before={newer ? { href: newer, text: say('newest') } : undefined}
          after={older ? { href: older, text: say('older') } : undefined}
        />
      ) : null}
      <p class="fm-small fm-muted">{say('coarse')}</p>
      <How say={say} />
      {kinds.length > 0 ? (
        <Details summary={say('kinds')}>
          <div lang="en">
            <Table
              caption={say('kinds')}
              isCaptionHidden
              columns={[{ label: say('kind') }, { label: say('says') }]}
              rows={kinds.map(([kind, sentence]) => ({ cells: [<code>{kind}</code>, sentence] }))}
            />
          </div>
        </Details>
      ) : null}
      <p>
        <a href={feed}>{say('feed')}</a>
      </p>
    </Stack>
  )
}

function Entries({ say, isCase, lines }: Pick<RecordPageProps, 'say' | 'isCase' | 'lines'>) {
  return (
    <Table
      caption={say('table')}
      isCaptionHidden
      columns={[
        { label: say('when'), width: 'least' },
        { label: say('what'), width: 'most' },
        { label: say('public'), width: 'most' },
        { label: say('seal'), width: 'least' },
      ]}
      rows={lines.map((line) => ({
        cells: [
          line.toldOf === '' ? (
            line.when
          ) : (
            <>
              {line.when}
              <br />
              <span class="fm-mini">{line.toldOf}</span>
            </>
          ),
          <What isCase={isCase} line={line} />,
          line.public.length === 0 ? <span class="fm-muted">{say('public-none')}</span> : <Public line={line} />,
          <Seal say={say} line={line} />,
        ],
      }))}
    />
  )
}

function What({ isCase, line }: { readonly isCase: boolean; readonly line: RecordLine }) {
  return (
    <>
      <span lang="en">{line.what}</span>
      {isCase || !line.case ? null : (
        <>
          <br />
          <a class="fm-mini" href={line.case.href}>
            {line.case.text}
          </a>
        </>
      )}
      <br />
      <code class="fm-mini">{line.kind}</code>
    </>
  )
}

/** Names and values as they stand in the entry: they are data, not prose. */
function Public({ line }: { readonly line: RecordLine }) {
  return (
    <ul class="fm-plain fm-data">
      {line.public.map(({ name, value }) => (
        <li>
          <b>{name}</b> {value}
        </li>
      ))}
    </ul>
  )
}

function Seal({ say, line }: { readonly say: SayRecord; readonly line: RecordLine }) {
  return (
    <details class="fm-mini">
      <summary>
        <code>{line.seal.slice(0, 12)}…</code> <span class="fm-vh">{say('bytes')}</span>
      </summary>
      <p>{say('bytes-lead')}</p>
      <pre class="fm-code" tabindex={0}>
        {line.bytes}
      </pre>
      <pre class="fm-code" tabindex={0}>
        {line.seal}
      </pre>
    </details>
  )
}

const command = `node -e "const c=require('crypto'),f=require('fs');console.log(c.createHash('sha256').update(Buffer.of(0)).update(f.readFileSync('entry.json')).digest('hex'))"`

function How({ say }: { readonly say: SayRecord }) {
  return (
    <Section id="how" title={say('how')} size="mid">
      <List isOrdered items={[say('how-1'), say('how-2'), say('how-3'), say('how-4'), say('how-5')]} />
      <pre class="fm-code" tabindex={0}>
        {command}
      </pre>
    </Section>
  )
}
