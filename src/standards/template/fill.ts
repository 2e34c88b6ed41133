const FILLED_IN = /^(?:填报|填表|审核|负责|联系|电话|日期|单位|制表|经办|项目负责|财务负责)/;

/** A line at the foot of a form that the unit fills in (填报人, 联系电话, 日期), and no rule. */
export function holdsFill(text: string): boolean {
  return FILLED_IN.test(text.trim());
}
