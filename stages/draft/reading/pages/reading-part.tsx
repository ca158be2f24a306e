import type { Reader } from '../../../../platform/http/index.ts'
import { Details, FactList, List, Small } from '../../../../ui/index.ts'
import { readingWords } from '../messages/words.ts'
import type { Reading as Measured } from '../reading.ts'

export type ReadingPartProps = { readonly reader: Reader; readonly reading: Measured | undefined }

/** The figure with what it means and for whom, and the hard sentences marked where they stand. */
export function ReadingPart({ reader, reading }: ReadingPartProps) {
  if (!reading) return null
  const say = readingWords.say(reader.lang)
  const { lix, flesch, language, hard } = reading
  const band = lix.band && say(`band.${lix.band}`)
  const counted = { words: lix.words, sentences: lix.sentences, long: lix.longWords, doubtful: lix.doubtful }
  const value = Math.round(lix.lix)
  const lixWords = lix.band
    ? say('lix-value', { value, band: band ?? '', whom: say(`whom.${lix.band}`) })
    : say('lix-without-scale', { value })
  return (
    <Details summary={band ? say('title', { band }) : say('title-alone')}>
      <FactList
        rows={[
          { term: say('language'), value: nameOf(reader.lang, language) },
          { term: say('lix'), value: lixWords },
          ...(flesch
            ? [
                {
                  term: say('flesch'),
                  value: say('flesch-value', {
                    value: Math.round(flesch.ease),
                    band: say(`ease.${flesch.band}`),
                    whom: say(`school.${flesch.band}`),
                  }),
                },
              ]
            : []),
          { term: say('counted'), value: say('counted-value', counted) },
        ]}
      />
      {flesch ? null : <Small>{say('only-english')}</Small>}
      <Small>{say('lead')}</Small>
      <p>
        <strong>{say('hard.title', { count: hard.length })}</strong>
      </p>
      {hard.length === 0 ? (
        <p>{say('hard.none')}</p>
      ) : (
        <List
          items={hard.map((sentence) => (
            <Hard reader={reader} sentence={sentence} language={language} />
          ))}
        />
      )}
    </Details>
  )
}

type HardProps = { readonly reader: Reader; readonly sentence: Measured['hard'][number]; readonly language: string }

/** Marked by a word, a line and a reason, not by colour alone. */
function Hard({ reader, sentence, language }: HardProps) {
  const say = readingWords.say(reader.lang)
  const { place, text, why, words } = sentence
  return (
    <div>
      <p class="fm-mini">{say('hard.where', { place })}</p>
      <p>
        <mark class="fm-hardsentence">
          <span class="fm-vh">{say('hard.mark')} </span>
          <span lang={language === 'und' ? undefined : language}>{text}</span>
        </mark>
      </p>
      <p class="fm-mini">{say(`hard.${why}`, { words })}</p>
    </div>
  )
}

function nameOf(lang: string, language: string): string {
  if (language === 'und') return '–'
  return new Intl.DisplayNames([lang], { type: 'language' }).of(language) ?? language
}
