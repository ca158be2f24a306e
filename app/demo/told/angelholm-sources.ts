/** Where the case of Ängelholm is told: pages of its report, of the town, and of others. */
export const project =
  'https://www.engelholm.se/trafik-och-stadsplanering/aktuella-bygg--och-infrastrukturprojekt/projekt/2022-10-24-nytt-kulturhus-i-angelholm'
const report = `${project}/rapport-kulturhus/uppgiftskommittens-forslag-till-nytt-kulturhus`
export const reportPage = `${report}.html`
export const introduction = `${report}/1.-introduktion`
export const method = `${report}/2.-metod`
export const wishes = `${report}/3.-det-har-vill-uppgiftskommitten`
export const mandatePage = `${introduction}/uppgiftskommittens-uppdrag.html`
export const committeePage = `${method}/uppgiftskommitten-i-angelholms-kommun.html`
export const meetingsPage = `${method}/uppgiftskommittens-traffar.html`
export const schoolPage = `${wishes}/kulturskolan.html`
export const stagesPage = `${wishes}/scener.html`
export const sitePage = `${wishes}/platsen.html`
export const rulePage = `${wishes}.html`
export const closing = `${report}/4.-avslutningsord.html`
export const annex = `${report}/5.-kallforteckning/bilaga-1.html`
export const news2023 = 'engelholm.se/arkiv/nyheter/nyheter/2023-10-13-…'
export const invitation = 'mynewsdesk.com/se/engelholm/…-3240037'
export const radio = 'sverigesradio.se/artikel/7552777'
export const corridor = 'angelholm.se …/Kulturstraket/'
export const population = 'engelholm.se …/arsredovisning-2023/forvaltningsberattelse/forvantad-utveckling.html'
