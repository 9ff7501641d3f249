import { Resvg } from '@resvg/resvg-js'

export type Picture = {
  readonly png: Buffer
  readonly width: number
  readonly height: number
  /** False where the machine has no font at all: the picture then has its lines but none of its words. */
  readonly hasWords: boolean
}

const pixelsWide = 1600

export const pictureOf = (svg: string): Picture => {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: pixelsWide },
    background: '#ffffff',
    font: { loadSystemFonts: true },
  })
  const image = drawing.render()
  return { png: image.asPng(), width: image.width, height: image.height, hasWords: canDrawWords() }
}

let wordsCanBeDrawn: boolean | undefined

/** Without fonts the drawing program leaves words out and says nothing, so it is asked to draw one. */
const canDrawWords = (): boolean => {
  const word = '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="20"><text y="15">word</text></svg>'
  wordsCanBeDrawn ??= new Resvg(word, { font: { loadSystemFonts: true } }).getBBox() !== undefined
  return wordsCanBeDrawn
}
