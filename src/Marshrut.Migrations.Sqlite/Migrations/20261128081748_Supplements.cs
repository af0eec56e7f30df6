using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Supplements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "supplement_version_id",
                table: "assessment_runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "methodology_proposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    region_code = table.Column<string>(type: "TEXT", nullable: false),
                    from_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    based_on_id = table.Column<long>(type: "INTEGER", nullable: true),
                    parameters = table.Column<string>(type: "TEXT", nullable: true),
                    adopted = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_methodology_proposals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "supplement_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    organization_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supplement_versions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_methodology_proposals_region_code_state",
                table: "methodology_proposals",
                columns: new[] { "region_code", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_supplement_versions_organization_id_number",
                table: "supplement_versions",
                columns: new[] { "organization_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "methodology_proposals");

            migrationBuilder.DropTable(
                name: "supplement_versions");

            migrationBuilder.DropColumn(
                name: "supplement_version_id",
                table: "assessment_runs");
        }
    }
}
