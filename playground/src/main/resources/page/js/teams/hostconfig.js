/* How Teams looks, as Microsoft's renderer wants to be told; colours of the page's own letters and lines. */

const LIGHT = {
  ink: "#17262f", soft: "#52636d", line: "#e2dac8", accent: "#17606b", good: "#466a4b", warning: "#8a6207", attention: "#a63d2c",
  emphasis: "#f7f4ec", goodBack: "#e3ecdd", warningBack: "#fbf0d3", attentionBack: "#f8e4de", accentBack: "#d9ebec", mark: "#fbf0d3",
};
const DARK = {
  ink: "#e8ebe8", soft: "#a3b1b6", line: "#3a3a32", accent: "#7fc8cc", good: "#a6c8a4", warning: "#efc96b", attention: "#f0998a",
  emphasis: "#1c1d1a", goodBack: "#26362a", warningBack: "#3a3119", attentionBack: "#42241f", accentBack: "#1d3b42", mark: "#3a3119",
};
const LETTERS = '-apple-system, "Segoe UI", "Inter", "Roboto", "Noto Sans", "Liberation Sans", system-ui, sans-serif';
const SIZES = { small: 13, default: 15, medium: 16, large: 18, extraLarge: 22 };
const WEIGHTS = { lighter: 300, default: 400, bolder: 650 };

export function hostConfig(dark) {
  const colours = dark ? DARK : LIGHT;
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors: foreground(colours) });
  const font = (fontFamily) => ({ fontFamily, fontSizes: SIZES, fontWeights: WEIGHTS });
  return {
    supportsInteractivity: true,
    spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 },
    separator: { lineThickness: 1, lineColor: colours.line },
    fontTypes: { default: font(LETTERS), monospace: font('ui-monospace, "Liberation Mono", monospace') },
    lineHeights: { small: 18, default: 22, medium: 23, large: 24, extraLarge: 28 },
    imageSizes: { small: 40, medium: 80, large: 160 },
    containerStyles: {
      default: style("transparent"), emphasis: style(colours.emphasis), good: style(colours.goodBack),
      warning: style(colours.warningBack), attention: style(colours.attentionBack), accent: style(colours.accentBack),
    },
    actions: {
      maxActions: 6, spacing: "default", buttonSpacing: 0, actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
    },
    textBlock: { headingLevel: 3 },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 160 },
      value: { color: "default", size: "default", weight: "default", wrap: true },
      spacing: 12,
    },
    inputs: {
      label: {
        inputSpacing: "small",
        requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" }, optionalInputs: { weight: "bolder" },
      },
      errorMessage: { color: "attention", spacing: "small", weight: "bolder", size: "small" },
    },
  };
}

function foreground(colours) {
  const one = (colour) => ({
    default: colour, subtle: colour === colours.ink ? colours.soft : colour, highlightColors: { default: colours.mark, subtle: colours.mark },
  });
  const { ink, accent, good, warning, attention, soft } = colours;
  return {
    default: one(ink), dark: one(ink), light: one(soft), accent: one(accent), good: one(good), warning: one(warning), attention: one(attention),
  };
}
