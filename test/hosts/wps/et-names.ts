/**
 * Held by the compiler, run by nobody: every member this host uses exists under that name in Kingsoft's own declaration of the
 * ET object model. Its types are guesses by its own word and are not compared.
 */
import 'et-jsapi-declare';
import type * as ours from '../../../src/hosts/wps/et';

/** An error here names the members that are not declared. */
type Declared<Undeclared extends never> = Undeclared;
type Root = Et.Application & WPS.AddonRoot & WPS.EtAddonRoot;

export type AllDeclared = [
  Declared<Exclude<keyof ours.EtApp, keyof Root>>,
  Declared<Exclude<keyof ours.EtWorkbook, keyof Et.Workbook>>,
  Declared<Exclude<keyof ours.EtWorksheets, keyof Et.Worksheets>>,
  Declared<Exclude<keyof ours.EtWorksheet, keyof Et.Worksheet>>,
  Declared<Exclude<keyof ours.EtRange, keyof Et.Range>>,
  Declared<Exclude<keyof ours.EtCount, keyof Et.Range>>,
  Declared<Exclude<keyof ours.EtFormatConditions, keyof Et.FormatConditions>>,
  Declared<Exclude<keyof ours.EtFormatCondition, keyof Et.FormatCondition>>,
  Declared<Exclude<keyof ours.EtComments, keyof Et.Comments>>,
  Declared<Exclude<keyof ours.EtComment, keyof Et.Comment>>,
  Declared<Exclude<keyof ours.EtNames, keyof Et.Names>>,
  Declared<Exclude<keyof ours.EtName, keyof Et.Name>>,
  Declared<Exclude<keyof ours.EtHyperlinks, keyof Et.Hyperlinks>>,
  Declared<Exclude<keyof ours.EtPageSetup, keyof Et.PageSetup>>,
  Declared<Exclude<keyof ours.EtProtection, keyof Et.Protection>>,
  Declared<Exclude<keyof ours.EtWindow, keyof Et.Window>>,
  Declared<Exclude<keyof ours.EtApp['WorksheetFunction'], keyof Et.WorksheetFunction>>,
  Declared<Exclude<keyof ours.EtFont, keyof Et.Font>>,
  Declared<Exclude<keyof ours.EtInterior, keyof Et.Interior>>,
  Declared<Exclude<keyof ours.EtBorder, keyof Et.Border>>,
  Declared<Exclude<keyof ours.EtBorders, keyof Et.Borders>>,
  Declared<Exclude<keyof ours.EtEvents, keyof WPS.EtApiEvent>>,
  Declared<Exclude<keyof ours.EtFileSystem, keyof WPS.FileSystem>>,
  Declared<Exclude<keyof ours.EtEnv, keyof WPS.Env>>,
];
