import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Fluent's own stack has no Chinese in it. */
const FONTS = '"Segoe UI","Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif';
const FIXED = 'Consolas,"Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC",monospace';

const withFonts = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS, fontFamilyMonospace: FIXED });

export const LIGHT = withFonts(webLightTheme);
export const DARK = withFonts(webDarkTheme);
