import { ours, readIn, type Preset } from './preset.ts'

/** Models of towns: task committees of the North, and Enschede's citizens' decision. */

const gentofte = 'https://gentofte.dk/det-lokale-demokrati/politiske-udvalg/politisk-arbejdsform/'
const inGentofte = readIn(gentofte)
const svelvik =
  'https://www.svelvik.kommune.no/politikk-og-lokaldemokrati/politikk-og-lokaldemokrati/lokaldemokrati/oppgaveutvalg/om-oppgaveutvalg/'
const inSvelvik = readIn(svelvik)
const angelholm =
  'https://www.engelholm.se/trafik-och-stadsplanering/aktuella-bygg--och-infrastrukturprojekt/projekt/2022-10-24-nytt-kulturhus-i-angelholm.html'
const inAngelholm = readIn(angelholm)
const enschede =
  'https://www.binnenlandsbestuur.nl/bestuur-en-organisatie/nieuws/vuurwerk-moet-in-enschede-het-roken-achterna.9577689.lynkx'
const inEnschede = readIn(enschede)
const skr =
  'https://skr.se/skr/demokratiledningstyrning/medborgardialogdelaktighet/medborgardialog/medborgardialogikomplexafragor.26316.html'
const inSkr = readIn(skr)

export const towns: readonly Preset[] = [
  {
    name: 'gentofte',
    level: 'town',
    source: gentofte,
    fixes: {
      trigger: inGentofte('model.gentofte-trigger'),
      politicians: inGentofte(5),
      citizens: inGentofte(10),
      selection: inGentofte('council-appoints'),
      selectionWords: inGentofte('model.gentofte-selection'),
      // Put together from several of the town's pages: call after one to two months, members after two, first meeting after three.
      firstMeetingWithin: ours({ count: 3, unit: 'months' }),
      span: inGentofte({ count: 12, unit: 'months' }),
      output: inGentofte('model.gentofte-output'),
      recipient: inGentofte('committee'),
      promise: ours('collaborate'),
      answerWords: inGentofte('model.gentofte-answer'),
      textDeciders: ours('another-member'),
    },
    duties: [],
    record: [inGentofte('model.gentofte-record')],
  },
  {
    name: 'svelvik',
    level: 'town',
    source: svelvik,
    fixes: {
      trigger: inSvelvik('model.svelvik-trigger'),
      politicians: inSvelvik(5),
      citizens: inSvelvik(10),
      minGenderShare: inSvelvik(0.4),
      selection: inSvelvik('committee-chooses'),
      selectionWords: inSvelvik('model.svelvik-selection'),
      output: inSvelvik('model.svelvik-output'),
      recipient: inSvelvik('executive'),
      promise: ours('collaborate'),
      textDeciders: ours('another-member'),
    },
    duties: [inSvelvik('body-facilitates')],
    record: [inSvelvik('model.svelvik-record')],
  },
  {
    name: 'angelholm',
    level: 'town',
    source: angelholm,
    fixes: {
      trigger: inAngelholm('model.angelholm-trigger'),
      politicians: inAngelholm(5),
      citizens: inAngelholm(11),
      selectionWords: inAngelholm('model.angelholm-selection'),
      meetings: inAngelholm(7),
      meetingLength: inAngelholm('model.angelholm-length'),
      // 10 November 2022 to 15 May 2023.
      span: inAngelholm({ count: 186, unit: 'days' }),
      output: inAngelholm('model.angelholm-output'),
      recipient: inAngelholm('executive'),
      promise: ours('collaborate'),
      answerWords: inAngelholm('model.angelholm-answer'),
      textDeciders: ours('another-member'),
    },
    duties: [],
    record: [inAngelholm('model.angelholm-record')],
  },
  {
    name: 'enschede',
    level: 'town',
    source: enschede,
    fixes: {
      trigger: inEnschede('model.enschede-trigger'),
      selection: inEnschede('lot'),
      selectionWords: inEnschede('model.enschede-selection'),
      output: inEnschede('model.enschede-output'),
      recipient: inEnschede('council'),
      promise: ours('empower'),
      answerWords: inEnschede('model.enschede-answer'),
      textDeciders: ours('another-member'),
    },
    duties: [inEnschede('money-needs-consent')],
    record: [inEnschede('model.enschede-record')],
  },
  {
    name: 'skr',
    level: 'town',
    source: skr,
    fixes: {
      trigger: inSkr('model.skr-trigger'),
      output: inSkr('model.skr-output'),
      answerWords: inSkr('model.skr-answer'),
      textDeciders: ours('another-member'),
    },
    duties: [],
    record: [],
  },
]
