-- Turns our elements into paragraphs with named styles, for Word. The styles are in word-styles.xml.

local function given(element, name)
  return element.attributes[name] or element.attributes["data-" .. name] or ""
end

local function styled(name, content)
  return pandoc.Div(content, pandoc.Attr("", {}, { ["custom-style"] = name }))
end

local function said(name, text)
  return styled(name, { pandoc.Para({ pandoc.Str(text) }) })
end

function Emph(emph)
  return pandoc.Strong(emph.content)
end

-- An address of the web stands in print too; a way to another page of the course has none.
function Link(link)
  if not link.target:match("^https?:") then return link.content end
  if pandoc.utils.stringify(link.content) == link.target then return link end
  local address = link.target:gsub("^https?://", ""):gsub("/$", "")
  return { link, pandoc.Space(), pandoc.Str("(" .. address .. ")") }
end

-- A table across the page, its columns as wide as their words ask for; one to fill in has rows tall enough for a pen.
function Table(tbl)
  local written, weights = "", {}
  local function each(rows, act)
    for _, row in ipairs(rows) do
      for number, cell in ipairs(row.cells) do act(cell, number) end
    end
  end
  local function weigh(cell, number)
    local length = utf8.len(pandoc.utils.stringify(cell.contents)) or 0
    weights[number] = math.max(weights[number] or 11, math.min(length, 50))
  end
  each(tbl.head.rows, weigh)
  for _, body in ipairs(tbl.bodies) do
    each(body.body, function(cell) written = written .. pandoc.utils.stringify(cell.contents) end)
  end
  local empty = written:gsub("[%s\u{a0}]", "") == ""
  for _, body in ipairs(tbl.bodies) do
    each(body.body, empty and function(cell) cell.contents = { said("Writing cell", "\u{a0}") } end or weigh)
  end
  local sum, specs = 0, {}
  for number = 1, #tbl.colspecs do sum = sum + weights[number] end
  for number, spec in ipairs(tbl.colspecs) do
    specs[number] = { spec[1], empty and 1 / #tbl.colspecs or weights[number] / sum }
  end
  tbl.colspecs = specs
  return tbl
end

local styles = { label = "Ask", note = "Note", facilitator = "Note", lead = "Detail", activity__meta = "Detail" }

function Div(div)
  local class = (div.classes[1] or ""):gsub("^cg%-", "")
  if given(div, "lines") ~= "" then
    local lines = pandoc.List({})
    for _ = 2, tonumber(given(div, "lines")) do lines:insert(said("Writing line", "\u{a0}")) end
    lines:insert(said("Last writing line", "\u{a0}"))
    return lines
  end
  if class == "opening" then
    local blocks = pandoc.List({ said("Kicker", given(div, "kicker")) })
    blocks:extend(div.content)
    return blocks
  end
  if class == "contents" then return {} end
  if class == "page" then
    return pandoc.RawBlock("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  end
  if class == "deeper" then
    return div:walk({ Header = function(header) header.level = header.level + 1 return header end }).content
  end
  if class == "tick" then
    local first = div.content[1]
    first.content = pandoc.List({ pandoc.Str("☐"), pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>") }) .. first.content
    return styled("Tick", div.content)
  end
  if class == "steps" then
    local text = given(div, "from") .. "\u{a0}\u{a0}"
    for step = tonumber(given(div, "low")), tonumber(given(div, "high")) do text = text .. "\u{a0}\u{a0}" .. step .. "\u{a0}\u{a0}" end
    return said("Steps", text .. "\u{a0}\u{a0}" .. given(div, "to"))
  end
  if styles[class] then return styled(styles[class], div.content) end
  return div.content
end
