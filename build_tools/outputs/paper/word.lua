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

function Table(tbl)
  local written = ""
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do written = written .. pandoc.utils.stringify(cell.contents) end
    end
  end
  if written:gsub("[%s\u{a0}]", "") ~= "" then return nil end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do cell.contents = { said("Writing cell", "\u{a0}") } end
    end
  end
  local even = {}
  for number, spec in ipairs(tbl.colspecs) do even[number] = { spec[1], 1 / #tbl.colspecs } end
  tbl.colspecs = even
  return tbl
end

local styles = { label = "Ask", note = "Note", facilitator = "Note", lead = "Detail", activity__meta = "Detail" }

function Div(div)
  local class = (div.classes[1] or ""):gsub("^cg%-", "")
  if given(div, "lines") ~= "" then
    local lines = pandoc.List({})
    for _ = 1, tonumber(given(div, "lines")) do lines:insert(said("Writing line", "\u{a0}")) end
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
